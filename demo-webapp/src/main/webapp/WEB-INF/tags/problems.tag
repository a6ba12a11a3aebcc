<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" import="io.github.usher.demo.site.FormInput" %>
<%@ attribute name="text" %>
<% if (!((FormInput) request.getAttribute("form")).isGood()) { %>
<p class="problems" role="alert">${empty text ? 'Please check the fields marked below.' : text}</p>
<% } %>
