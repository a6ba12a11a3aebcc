<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Newsletter">
<h1>Newsletter</h1>
<p class="intro">Four times a year: what is new, what is used, and when the open days are.</p>
<a:problems/>
<form method="post" action="${root}/newsletter.do">
<a:text name="first_name" label="First name"/>
<a:text name="last_name" label="Last name" required="true"/>
<a:text name="company" label="Company" required="true"/>
<a:text name="email" label="E-mail" type="email" required="true"/>
<a:checks name="interests" label="Interests" options="milling=Milling|turning=Turning|grinding=Grinding"/>
<a:checks name="contact_ok" label="Sales" options="on=You may also call me about machines"/>
<div class="row"><div class="field"><button type="submit">Subscribe</button></div></div>
</form>
</a:page>
