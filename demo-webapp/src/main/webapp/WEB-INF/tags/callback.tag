<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<% jspContext.setAttribute("root", request.getContextPath());
   if (request.getAttribute("reference") != null) { %>
<p class="done" role="status">Thank you. We will call you back on the next working day.</p>
<a:reference/>
<p><a href="${root}/products.do">Back to our machines</a></p>
<% } else { %>
<p class="intro">Leave your number. Somebody who knows the machines rings you, not a call centre.</p>
<a:problems/>
<form method="post" action="${root}/callback.do">
<a:text name="name" label="Your name" required="true"/>
<a:text name="company" label="Company" required="true"/>
<a:text name="phone" label="Telephone" type="tel" required="true"/>
<a:text name="email" label="E-mail" type="email"/>
<a:select name="best_time" label="Best time" first="Any time" options="morning=In the morning|afternoon=In the afternoon"/>
<div class="row"><div class="field"><button type="submit">Call me back</button></div></div>
</form>
<% } %>
