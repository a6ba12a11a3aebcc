<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <title>Thank you for your interest</title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/sandbox/assets/calendar.css">
</head>
<body>
<main class="card result">
  <h1>Thank you for your interest</h1>
  <p>One of our partners near you will get in touch.</p>
</main>
</body>
</html>
