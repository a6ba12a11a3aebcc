<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<%@ page import="io.github.usher.demo.Html, io.github.usher.demo.sandbox.*" %>
<%
    LiveCallView view = (LiveCallView) request.getAttribute("view");
    String phone = (String) request.getAttribute("phone");
    Texts texts = view.texts();
    Host host = view.route().host();
%>
<!DOCTYPE html>
<html lang="<%= texts.language() %>">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title><%= Html.escape(texts.get("live")) %></title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/sandbox/assets/calendar.css">
</head>
<body>
<main class="card result">
  <div class="avatar live" aria-hidden="true"><%= host.initials() %></div>
  <% if (phone.isEmpty()) { %>
  <h1><%= Html.escape(texts.get("live")) %></h1>
  <p><b><%= Html.escape(host.name()) %></b> <%= Html.escape(texts.get("live.free")) %></p>
  <form method="post" class="phone">
    <label for="phone"><%= Html.escape(texts.get("live.phone")) %></label>
    <input id="phone" name="phone" type="tel" autocomplete="tel" required>
    <button type="submit"><%= Html.escape(texts.get("live.call")) %></button>
  </form>
  <p class="links"><a href="${pageContext.request.contextPath}/sandbox/book/<%= Html.escape(view.route().queue()) %>/?<%= Html.escape(view.options().query()) %>"><%= Html.escape(texts.get("live.later")) %></a></p>
  <% } else { %>
  <h1><%= Html.escape(texts.get("live.ringing")) %></h1>
  <p class="when"><%= Html.escape(phone) %></p>
  <p class="quiet"><%= Html.escape(texts.get("live.stay")) %></p>
  <% } %>
</main>
<% if (view.options().footer()) { %><footer><%= Html.escape(texts.get("footer")) %></footer><% } %>
<script type="application/json" id="messages"><%= view.messages() %></script>
<script src="${pageContext.request.contextPath}/sandbox/assets/calendar.js"></script>
</body>
</html>
