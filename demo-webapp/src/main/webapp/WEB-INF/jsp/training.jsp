<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Training" section="training">
<h1>Training</h1>
<p class="intro">Groups of no more than six, on the machine and not on slides. Lunch is on us.</p>
<a:problems/>
<form method="post" action="${root}/training.do">
<a:text name="first_name" label="First name" required="true"/>
<a:text name="last_name" label="Last name" required="true"/>
<a:text name="company" label="Company" required="true"/>
<a:text name="email" label="E-mail" type="email" required="true"/>
<a:text name="phone" label="Telephone" type="tel"/>
<a:select name="course" label="Course" required="true" options="first-cut=First cut, 2 days|programming=Programming, 3 days|five-axis=Five axes, 3 days"/>
<input type="hidden" name="utm_source" value="website">
<input type="hidden" name="utm_campaign" value="training">
<div class="row"><div class="field"><button type="submit">Book a place</button></div></div>
</form>
</a:page>
