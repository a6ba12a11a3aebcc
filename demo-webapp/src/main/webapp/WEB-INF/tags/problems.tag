<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="text" %>
<% Object form = request.getAttribute("form");
   if (form instanceof io.github.usher.demo.site.FormInput input && !input.isGood()) { %>
<p class="problems" role="alert">${empty text ? 'Please check the fields marked below.' : text}</p>
<% } %>
