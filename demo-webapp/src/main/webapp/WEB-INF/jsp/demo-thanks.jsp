<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Your demo">
<h1>Your demo is on its way</h1>
<p class="intro">An applications engineer will call you to find a time.</p>
<a:reference/>
<p>Until then: <a href="${root}/brochure.do">download a brochure</a>, or read <a href="${root}/about.do">who we are</a>.</p>
</a:page>
