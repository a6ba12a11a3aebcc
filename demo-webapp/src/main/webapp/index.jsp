<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="CNC machines from Birmingham" section="home">
<div class="hero">
  <img src="${root}/img/am450.svg" width="300" height="220" alt="AM-450 machining centre">
  <div>
    <h1>Machines that hold their tolerance. Year after year.</h1>
    <p>Machining centres, lathes and grinders, built and supported in Birmingham by the people who pick up the phone.</p>
    <p><a class="button" href="${root}/demo.do">Request a demo</a> <a class="more" href="${root}/products.do">See all machines</a></p>
  </div>
</div>
<div class="three">
  <div><h2>New: AX-5</h2><p>Five axes on the footprint of three. Swivelling table, 12,000 rpm, 40 tools.</p><p><a href="${root}/products.do#ax5">About the AX-5</a></p></div>
  <div><h2>Service within a day</h2><p>Twelve engineers, every spare part back to 1984 on our shelves.</p><p><a href="${root}/service.do">Maintenance plans</a></p></div>
  <div><h2>Training</h2><p>From first cut to five-axis programming, in groups of no more than six.</p><p><a href="${root}/training.do">Dates and booking</a></p></div>
</div>
<h2>News</h2>
<dl class="news">
  <dt>14 March</dt><dd>Open days at the Bromford Lane showroom. <a href="${root}/showroom.do">Book a visit</a></dd>
  <dt>2 February</dt><dd>Our new product brochure is ready. <a href="${root}/brochure.do">Download it</a></dd>
  <dt>11 January</dt><dd>Aldgate receives ISO 9001:2008 for the sixth time running.</dd>
</dl>
</a:page>
