<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Contact" section="contact">
<h1>Contact</h1>
<p class="intro">Tell us what you are making. The right person answers, usually on the same day.</p>
<a:problems/>
<form method="post" action="${root}/contact.do">
<a:text name="first_name" label="First name" required="true"/>
<a:text name="last_name" label="Last name" required="true"/>
<a:text name="company" label="Company" required="true"/>
<a:text name="email" label="E-mail" type="email" required="true"/>
<a:text name="phone" label="Telephone" type="tel"/>
<a:select name="country" label="Country" options="GB=United Kingdom|IE=Ireland|DE=Germany|AT=Austria|CH=Switzerland|FR=France|US=United States|Other=Another country"/>
<a:select name="topic" label="It is about" first="Anything" options="machine=A new machine|spares=Spare parts|partner=Becoming a dealer|careers=A job"/>
<a:area name="message" label="How can we help?" required="true"/>
<a:checks name="news" label="Newsletter" options="on=Send me your newsletter, four times a year"/>
<div class="row"><div class="field"><button type="submit">Send</button></div></div>
</form>
</a:page>
