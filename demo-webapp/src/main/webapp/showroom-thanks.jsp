<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Your visit" section="showroom">
<h1>See you at Bromford Lane</h1>
<p class="intro">We will ring you to agree on a day.</p>
<p>Aldgate Works, Bromford Lane, Birmingham B24 8DW. Ten minutes from the M6, junction 5; parking in the yard.</p>
</a:page>
