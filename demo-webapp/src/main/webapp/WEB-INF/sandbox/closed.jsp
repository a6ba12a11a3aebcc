<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<%@ page import="io.github.usher.demo.Html, io.github.usher.demo.sandbox.Texts" %>
<% Texts texts = (Texts) request.getAttribute("view"); %>
<!DOCTYPE html>
<html lang="<%= texts.language() %>">
<head>
  <meta charset="UTF-8">
  <title><%= Html.escape(texts.get("closed")) %></title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/sandbox/assets/calendar.css">
</head>
<body>
<main class="card result"><p><%= Html.escape(texts.get("closed")) %></p></main>
<script type="application/json" id="messages">[{"action":"close"}]</script>
<script src="${pageContext.request.contextPath}/sandbox/assets/calendar.js"></script>
</body>
</html>
