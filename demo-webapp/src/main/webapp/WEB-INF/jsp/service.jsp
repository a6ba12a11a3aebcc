<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Service" section="service">
<h1>Service and maintenance plans</h1>
<p class="intro">One visit a year keeps a machine true; two keep it young. Tell us which machine it is and we find a day.</p>
<a:problems/>
<form method="post" action="${root}/service.do">
<a:text name="customer[first]" label="First name" required="true"/>
<a:text name="customer[last]" label="Last name" required="true"/>
<a:text name="customer[company]" label="Company" required="true"/>
<a:text name="customer[email]" label="E-mail" type="email" required="true"/>
<a:text name="customer[phone]" label="Telephone" type="tel"/>
<a:text name="machine[serial]" label="Serial number" required="true" hint="On the plate at the back, for example AM450-0117"/>
<a:select name="plan" label="Plan" first="Not decided" options="basic=Basic: one visit a year|plus=Plus: two visits, wear parts included"/>
<div class="row"><div class="field"><button type="submit">Arrange a visit</button></div></div>
</form>
</a:page>
