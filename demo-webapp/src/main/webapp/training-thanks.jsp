<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Training" section="training">
<h1>Thank you</h1>
<p class="intro">Your place is reserved. We will call you to talk about the course.</p>
<a:reference/>
</a:page>
