<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" import="io.github.usher.demo.Html" %>
<%@ attribute name="label" %>
<%
    Object own = request.getAttribute("reference");
    String reference = Html.escape(own != null ? own : request.getParameter("ref"));
    if (!reference.isEmpty()) {
%>
<p class="ref">${empty label ? 'Your reference' : label}: <b><%= reference %></b></p>
<% } %>
