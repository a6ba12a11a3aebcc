<%@ page contentType="text/html; charset=ISO-8859-1" pageEncoding="ISO-8859-1" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Danke" lang="de">
<h1>Vielen Dank für Ihre Anfrage</h1>
<p class="intro">Wir melden uns innerhalb eines Arbeitstages bei Ihnen.</p>
<a:reference label="Ihr Zeichen"/>
</a:page>
