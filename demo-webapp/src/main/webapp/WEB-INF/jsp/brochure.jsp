<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Brochures" section="brochure">
<h1>Brochures</h1>
<p class="intro">Specifications, layouts and prices, as PDF.</p>
<a:problems/>
<form method="post" action="${root}/brochure.do">
<a:text name="Name" label="Your name" required="true"/>
<a:text name="Organisation" label="Company" required="true"/>
<a:text name="Email" label="E-mail" type="email" required="true"/>
<a:text name="Country" label="Country"/>
<a:select name="brochure" label="Brochure" required="true" options="range=The whole range, 24 pages|am450=AM-450, 8 pages|ax5=AX-5, 12 pages"/>
<div class="row"><div class="field"><button type="submit">Get the brochure</button></div></div>
</form>
</a:page>
