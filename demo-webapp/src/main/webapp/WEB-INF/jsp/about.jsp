<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="About us" section="about">
<h1>About us</h1>
<p class="intro">Arthur Aldgate bought his first lathe in 1962 and took it apart the same evening. We have been doing much the same ever since.</p>
<p>Today 140 people design, build and support machine tools at Bromford Lane. More than 3,800 of our machines are at work in 31 countries; the oldest that we still service left us in 1971.</p>
<h2>What we promise</h2>
<ul><li>A person answers the phone.</li><li>Spare parts for at least 25 years.</li><li>A price within two working days.</li></ul>
<h2>Find us</h2>
<p>Aldgate Works, Bromford Lane, Birmingham B24 8DW. Ten minutes from the M6, junction 5; parking in the yard.</p>
</a:page>
