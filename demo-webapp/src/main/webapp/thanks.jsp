<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Thank you" section="contact">
<h1>Thank you</h1>
<p class="intro">We have your message and will be in touch within one working day.</p>
<a:reference/>
<p><a href="${root}/products.do">Back to our machines</a></p>
</a:page>
