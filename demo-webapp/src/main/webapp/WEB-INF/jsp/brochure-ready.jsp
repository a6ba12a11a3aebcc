<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="usher" uri="https://usher.github.io/tags" %>
<a:page title="Your brochure" section="brochure">
<script>window.dataLayer = window.dataLayer || [];</script>
<h1>Your brochure is ready</h1>
<p class="download"><a class="button" href="${root}/img/brochure.svg" download>Download the brochure</a> <span class="small">one file</span></p>
<a:reference/>
<h2>Questions? Talk to an engineer</h2>
<usher:booking><p>Call us on 0121 496 0180, Monday to Friday from 8.00 to 17.30.</p></usher:booking>
</a:page>
