<%@ page contentType="text/html; charset=ISO-8859-1" pageEncoding="ISO-8859-1" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Kontakt" lang="de">
<h1>Kontakt</h1>
<p class="intro">Schreiben Sie uns auf Deutsch. Unser Büro für Deutschland, Österreich und die Schweiz meldet sich am selben Tag.</p>
<a:problems text="Bitte prüfen Sie die markierten Felder."/>
<form method="post" action="${root}/de/kontakt.do" enctype="multipart/form-data">
<a:select name="anrede" label="Anrede" first="Bitte wählen" options="Herr|Frau"/>
<a:text name="vorname" label="Vorname" required="true"/>
<a:text name="nachname" label="Nachname" required="true"/>
<a:text name="firma" label="Firma" required="true"/>
<a:text name="strasse" label="Straße, Nr."/>
<a:text name="plz" label="PLZ"/>
<a:text name="ort" label="Ort"/>
<a:select name="land" label="Land" first="Bitte wählen" options="Deutschland|Österreich|Schweiz"/>
<a:text name="email" label="E-Mail" type="email" required="true"/>
<a:text name="telefon" label="Telefon" type="tel"/>
<a:area name="nachricht" label="Ihre Nachricht"/>
<a:file name="zeichnung" label="Zeichnung" hint="PDF, DXF oder STEP, bis 10 MB"/>
<div class="row"><div class="field"><button type="submit">Absenden</button></div></div>
</form>
</a:page>
