<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Request a quote">
<h1>Request a quote</h1>
<p class="intro">Send us a drawing of the part. You have a price, and a cycle time, within two working days.</p>
<a:problems/>
<form method="post" action="${root}/quote.do" enctype="multipart/form-data">
<a:text name="contact.firstName" label="First name" required="true"/>
<a:text name="contact.lastName" label="Last name" required="true"/>
<a:text name="contact.email" label="E-mail" type="email" required="true"/>
<a:text name="contact.phone" label="Telephone" type="tel"/>
<a:text name="company.name" label="Company" required="true"/>
<a:text name="company.website" label="Website"/>
<a:select name="sector" label="Sector" options="aero=Aerospace|auto=Automotive|med=Medical|job=Job shop|edu=School or university|other=Something else"/>
<a:text name="budget" label="Budget" hint="In pounds, if you know it: 50000"/>
<a:area name="description" label="The part" required="true" hint="Material, size, tolerance, how many a year"/>
<a:file name="drawing" label="Drawing" hint="PDF, DXF or STEP, up to 10 MB"/>
<div class="row"><div class="field"><button type="submit">Request a quote</button></div></div>
</form>
</a:page>
