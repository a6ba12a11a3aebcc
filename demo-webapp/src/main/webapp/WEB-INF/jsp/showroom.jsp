<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Showroom" section="showroom">
<h1>Visit the showroom</h1>
<p class="intro">All four machines under power, and a kettle. Leave your details, then pick a day and a time.</p>
<form method="post" action="${root}/showroom-visit.do">
<a:text name="firstname" label="First name" required="true"/>
<a:text name="surname" label="Last name" required="true"/>
<a:text name="company" label="Company" required="true"/>
<a:text name="email" label="E-mail" type="email" required="true"/>
<a:text name="mobile" label="Mobile" type="tel"/>
<a:text name="postcode" label="Postcode"/>
<a:text name="visitors" label="How many of you?" type="number"/>
<div class="row"><div class="field"><button type="submit">Pick a time</button></div></div>
</form>
</a:page>
