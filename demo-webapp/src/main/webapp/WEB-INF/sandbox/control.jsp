<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" %>
<%@ page import="io.github.usher.demo.Html, io.github.usher.demo.sandbox.*, java.time.ZoneId, java.time.format.DateTimeFormatter, java.util.Locale" %>
<%
    Sandbox sandbox = (Sandbox) request.getAttribute("view");
    AnswerChoice choice = sandbox.answers();
    Texts texts = new Texts(Locale.UK);
    DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
%>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Chili Piper sandbox</title>
  <link rel="stylesheet" href="${pageContext.request.contextPath}/sandbox/assets/control.css">
</head>
<body>
<header>
  <h1><span class="mark"></span> Chili Piper <em>sandbox</em></h1>
  <p>Stands in for the routing API, its calendars and its webhooks. Nothing leaves this machine. <a href="${pageContext.request.contextPath}/">Back to the site</a></p>
</header>
<main>
  <section class="choice">
    <h2>What the API answers next</h2>
    <form method="post" action="${pageContext.request.contextPath}/sandbox/">
      <% for (Answer.Kind kind : Answer.Kind.values()) { %>
      <fieldset>
        <legend><%= kind.title() %></legend>
        <% for (Answer answer : Answer.values()) { if (answer.kind() != kind) { continue; } %>
        <label><input type="radio" name="answer" value="<%= answer.name() %>" <%= answer == choice.current() ? "checked" : "" %>>
          <span><b><%= Html.escape(answer.title()) %></b> <%= Html.escape(answer.meaning()) %></span></label>
        <% } %>
      </fieldset>
      <% } %>
      <div class="actions">
        <label><input type="checkbox" name="once" <%= choice.once() ? "checked" : "" %>> <span>for the next call only, then a calendar again</span></label>
        <button type="submit">Answer this</button>
      </div>
    </form>
  </section>

  <div class="seen">
    <section>
      <div class="head"><h2>Requests to the API</h2>
        <form method="post" action="${pageContext.request.contextPath}/sandbox/">
          <a class="button quiet" href="${pageContext.request.contextPath}/sandbox/">Refresh</a>
          <button class="quiet" name="clear" value="true">Forget all</button>
        </form>
      </div>
      <% if (sandbox.calls().isEmpty()) { %>
      <p class="none">None yet. Send a form of the site, then refresh this page.</p>
      <% } %>
      <% for (Call call : sandbox.calls()) { %>
      <article class="call">
        <p class="line"><span class="no">#<%= call.number() %></span> <time><%= clock.format(call.at()) %></time> <code><%= Html.escape(call.address()) %></code> <span class="answer"><%= Html.escape(call.answer()) %></span></p>
        <pre><%= Html.escape(call.body()) %></pre>
      </article>
      <% } %>
    </section>

    <section>
      <h2>Meetings</h2>
      <% if (sandbox.diary().meetings().isEmpty()) { %>
      <p class="none">None yet.</p>
      <% } else { %>
      <table>
        <thead><tr><th>When</th><th>Prospect</th><th>Host</th><th>Prospect's links</th><th>The rep</th></tr></thead>
        <tbody>
        <% for (Meeting meeting : sandbox.diary().meetings()) { %>
        <tr<%= meeting.cancelled() ? " class=\"cancelled\"" : "" %>>
          <td><%= Html.escape(texts.moment(meeting.start())) %></td>
          <td><%= Html.escape(meeting.route().email()) %></td>
          <td><%= Html.escape(meeting.host().name()) %></td>
          <td><% if (!meeting.cancelled()) { %>
            <a href="${pageContext.request.contextPath}/sandbox/book/reschedule?rescheduleId=<%= meeting.eventId() %>">reschedule</a>
            <a href="${pageContext.request.contextPath}/sandbox/book/cancel/<%= meeting.eventId() %>">cancel</a><% } else { %>cancelled<% } %></td>
          <td><% if (!meeting.cancelled()) { %><form method="post" action="${pageContext.request.contextPath}/sandbox/">
            <input type="hidden" name="eventId" value="<%= meeting.eventId() %>">
            <button class="quiet" name="rep" value="agent_reschedule">moves</button>
            <button class="quiet" name="rep" value="reassign">reassigns</button>
            <button class="quiet" name="rep" value="cancel">cancels</button></form><% } %>
            <form method="post" action="${pageContext.request.contextPath}/sandbox/">
            <input type="hidden" name="eventId" value="<%= meeting.eventId() %>">
            <select name="concierge" aria-label="The new platform's webhook">
              <option value="SIGNED">signed</option><option value="UNSIGNED">unsigned</option>
              <option value="FORGED">forged</option><option value="YESTERDAY">of yesterday</option>
            </select> <button class="quiet">new platform&#39;s webhook</button></form></td>
        </tr>
        <% } %>
        </tbody>
      </table>
      <% } %>
    </section>

    <section>
      <div class="head"><h2>Webhooks</h2>
        <form method="post" action="${pageContext.request.contextPath}/sandbox/">
          <% if (sandbox.webhooks().isHolding()) { %>
          <button class="quiet" name="hold" value="false">Send the <%= sandbox.webhooks().heldBack() %> held back, last one first</button>
          <% } else { %>
          <button class="quiet" name="hold" value="true">Hold back</button>
          <% } %>
        </form>
      </div>
      <% if (sandbox.webhooks().newestFirst().isEmpty()) { %>
      <p class="none">None yet.</p>
      <% } else { %>
      <table>
        <thead><tr><th>Time</th><th>actionType</th><th>eventId</th><th>Outcome</th><th>Again</th></tr></thead>
        <tbody>
        <% for (Delivery delivery : sandbox.webhooks().newestFirst()) { %>
        <tr><td><%= clock.format(delivery.at()) %></td><td><%= Html.escape(delivery.actionType()) %></td>
          <td><code><%= Html.escape(delivery.eventId()) %></code></td><td><%= Html.escape(delivery.outcome()) %></td>
          <td><% if (delivery.sent() != null) { %><form method="post" action="${pageContext.request.contextPath}/sandbox/">
            <input type="hidden" name="again" value="<%= delivery.number() %>">
            <button class="quiet">once</button>
            <button class="quiet" name="often" value="true">100 times</button>
            <button class="quiet" name="changed" value="true">one letter changed</button></form><% } %></td></tr>
        <% } %>
        </tbody>
      </table>
      <% } %>
    </section>
  </div>
</main>
</body>
</html>
