<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Request a demo">
<h1>Request a demo</h1>
<p class="intro">Half an hour with an applications engineer, on the machine that you have in mind, at our works or on a screen.</p>
<a:problems/>
<form method="post" action="${root}/demo.do">
<a:text name="fullName" label="Your name" required="true"/>
<a:text name="jobTitle" label="Job title"/>
<a:text name="companyName" label="Company" required="true"/>
<a:text name="workEmail" label="Work e-mail" type="email" required="true"/>
<a:text name="telephone" label="Telephone" type="tel"/>
<a:select name="employees" label="People on site" required="true" options="1-9|10-49|50-249|250+=250 and more"/>
<a:checks name="machines" label="Machines" required="true" options="AM-450=AM-450 machining centre|AL-220=AL-220 turning centre|AG-600=AG-600 surface grinder|AX-5=AX-5 five-axis centre"/>
<a:text name="decisionBy" label="To be decided by" hint="Day/month/year, for example 31/03/2027"/>
<div class="row"><div class="field"><button type="submit">Request a demo</button></div></div>
</form>
</a:page>
