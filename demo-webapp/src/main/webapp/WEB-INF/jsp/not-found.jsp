<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Page not found">
<h1>Page not found</h1>
<p class="intro">We looked behind every machine.</p>
<p>The page may have moved. Try the <a href="${root}/">home page</a>, or call us on 0121 496 0180.</p>
</a:page>
