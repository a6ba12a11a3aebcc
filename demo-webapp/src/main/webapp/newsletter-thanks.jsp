<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Newsletter">
<h1>You are on the list</h1>
<p class="intro">The next issue goes out in March.</p>
<p><a href="${root}/">Back to the home page</a></p>
</a:page>
