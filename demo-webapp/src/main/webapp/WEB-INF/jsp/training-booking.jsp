<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Pick a time" section="training" wide="true">
<h1>One last thing: pick a time to talk to your trainer</h1>
<p class="intro">Ten minutes are enough to choose the right parts for the course.</p>
<iframe class="booking" src="${requestScope['usher.booking'].frame}" title="Calendar of the trainers"></iframe>
<p class="small">Does the calendar not open? <a href="${requestScope['usher.booking'].url}">Open it in this window</a>.</p>
</a:page>
