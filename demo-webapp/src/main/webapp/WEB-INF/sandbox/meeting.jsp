<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<%@ page import="io.github.usher.demo.Html, io.github.usher.demo.sandbox.*" %>
<%
    MeetingView view = (MeetingView) request.getAttribute("view");
    PageOptions options = view.options();
    Texts texts = view.texts();
    Meeting meeting = view.meeting();
    boolean asking = view.state().equals("cancel");
    boolean on = !meeting.cancelled() && !asking;
    boolean leaving = view.state().equals("booked") && !options.processRedirect().isEmpty();
    String book = request.getContextPath() + "/sandbox/book/";
%>
<!DOCTYPE html>
<html lang="<%= texts.language() %>">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title><%= Html.escape(texts.get(view.state())) %></title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/sandbox/assets/calendar.css">
  <% if (leaving) { %>
  <noscript><meta http-equiv="refresh" content="<%= options.redirectTimeout() %>; url=<%= Html.escape(options.processRedirect()) %>"></noscript>
  <% } %>
</head>
<body>
<main class="card result">
  <div class="sign <%= on ? "good" : "off" %>" aria-hidden="true"><%= on ? "&#10003;" : asking ? "?" : "&times;" %></div>
  <h1><%= Html.escape(texts.get(view.state())) %></h1>
  <p class="when"><%= Html.escape(texts.moment(meeting.start())) %> <span>(<%= Html.escape(texts.get("zone")) %>)</span></p>
  <p><%= Html.escape(texts.get("with")) %> <b><%= Html.escape(meeting.host().name()) %></b>, <%= Html.escape(meeting.host().role()) %></p>
  <% if (asking) { %>
  <form method="post"><button type="submit"><%= Html.escape(texts.get("yes")) %></button></form>
  <% } else if (on) { %>
  <p class="quiet"><%= Html.escape(texts.get("invitation")) %> <%= Html.escape(meeting.route().email().isEmpty() ? texts.get("invitation.you") : meeting.route().email()) %>.</p>
  <p class="links"><a href="<%= book %>reschedule?rescheduleId=<%= meeting.eventId() %>"><%= Html.escape(texts.get("change")) %></a>
    <a href="<%= book %>cancel/<%= meeting.eventId() %>"><%= Html.escape(texts.get("callOff")) %></a></p>
  <% } %>
  <% if (leaving) { %>
  <p class="quiet"><a id="next" data-seconds="<%= options.redirectTimeout() %>" href="<%= Html.escape(options.processRedirect()) %>"><%= Html.escape(texts.get("going")) %></a></p>
  <% } %>
</main>
<% if (options.footer()) { %><footer><%= Html.escape(texts.get("footer")) %></footer><% } %>
<script type="application/json" id="messages"><%= view.messages() %></script>
<script src="${pageContext.request.contextPath}/sandbox/assets/calendar.js"></script>
</body>
</html>
