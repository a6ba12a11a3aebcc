<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Quote requested">
<h1>We are working on your quote</h1>
<p class="intro">You will have it within two working days.</p>
<a:reference/>
</a:page>
