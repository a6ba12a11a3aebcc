<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Service" section="service">
<h1>Thank you, we are on our way</h1>
<p class="intro">The service desk will call you to arrange the visit.</p>
<a:reference/>
</a:page>
