<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<%@ page import="io.github.usher.demo.Html, io.github.usher.demo.sandbox.*, java.time.*, java.util.List" %>
<%
    CalendarView view = (CalendarView) request.getAttribute("view");
    PageOptions options = view.options();
    Texts texts = view.texts();
    Host host = view.route().host();
%>
<!DOCTYPE html>
<html lang="<%= texts.language() %>">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title><%= Html.escape(view.rescheduling() ? texts.get("reschedule") : texts.get("day")) %></title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/sandbox/assets/calendar.css">
</head>
<body>
<% if (!options.marketing() && !view.rescheduling()) { %>
<header class="brand"><span class="mark"></span> Chili Piper <em>sandbox</em></header>
<% } %>
<main class="card">
  <% if (!options.hideX()) { %>
  <a class="x" data-close href="<%= Html.escape(options.closeRedirect().isEmpty() ? options.with("closed", "true") : options.closeRedirect()) %>" aria-label="<%= Html.escape(texts.get("close")) %>">&times;</a>
  <% } %>
  <section class="host">
    <div class="avatar" aria-hidden="true"><%= host.initials() %></div>
    <p class="who"><%= Html.escape(host.name()) %><br><span><%= Html.escape(host.role()) %></span></p>
    <h2><%= Html.escape(view.rescheduling() ? texts.get("reschedule") : texts.get("meeting")) %></h2>
    <ul>
      <li class="clock"><%= Html.escape(texts.get("minutes")) %></li>
      <li class="video"><%= Html.escape(texts.get("where")) %></li>
    </ul>
    <% if (!options.marketing() && !view.route().email().isEmpty()) { %>
    <p class="details"><%= Html.escape(texts.get("details")) %><br><b><%= Html.escape(view.route().firstName()) %></b><br><%= Html.escape(view.route().email()) %></p>
    <% } %>
  </section>
  <section class="pick">
    <% if (!options.title().isEmpty()) { %>
    <h1 class="title" style="<%= Html.escape(options.titleStyle()) %>"><%= Html.escape(options.title()) %></h1>
    <% } %>
    <% if (view.taken()) { %><p class="notice" role="alert"><%= Html.escape(texts.get("taken")) %></p><% } %>
    <div class="columns">
      <div class="days">
        <h3><%= Html.escape(texts.get("day")) %></h3>
        <p class="month"><%= Html.escape(texts.month(view.day())) %></p>
        <table>
          <thead><tr>
            <% for (LocalDate date : view.weeks().get(0)) { %><th scope="col"><%= Html.escape(texts.weekday(date)) %></th><% } %>
          </tr></thead>
          <tbody>
            <% for (List<LocalDate> week : view.weeks()) { %>
            <tr>
              <% for (LocalDate date : week) { boolean picked = date.equals(view.day()); %>
              <td>
                <% if (view.open(date)) { %>
                <a class="day<%= picked ? " picked" : "" %>" <%= picked ? "aria-current=\"date\"" : "" %> href="<%= Html.escape(options.with("day", date)) %>" aria-label="<%= Html.escape(texts.day(date)) %>"><%= date.getDayOfMonth() %></a>
                <% } else { %>
                <span class="day"><%= date.getDayOfMonth() %></span>
                <% } %>
              </td>
              <% } %>
            </tr>
            <% } %>
          </tbody>
        </table>
      </div>
      <form class="times" method="post" action="<%= Html.escape(options.with("day", view.day())) %>" data-tell="booked">
        <h3><%= Html.escape(texts.get("time")) %></h3>
        <p class="month"><%= Html.escape(texts.day(view.day())) %> <span>(<%= Html.escape(texts.get("zone")) %>)</span></p>
        <% if (view.times().isEmpty()) { %>
        <p class="notice"><%= Html.escape(texts.get(view.route().queue().equals("fully-booked") ? "empty" : "none")) %></p>
        <% } else { %>
        <div class="slots">
          <% for (LocalTime time : view.times()) { %>
          <label><input type="radio" name="time" value="<%= time %>" required><span><%= texts.time(time) %></span></label>
          <% } %>
        </div>
        <button type="submit"><%= Html.escape(texts.get("confirm")) %></button>
        <% } %>
      </form>
    </div>
  </section>
</main>
<% if (options.footer()) { %><footer><%= Html.escape(texts.get("footer")) %></footer><% } %>
<script type="application/json" id="messages"><%= view.messages() %></script>
<script src="${pageContext.request.contextPath}/sandbox/assets/calendar.js"></script>
</body>
</html>
