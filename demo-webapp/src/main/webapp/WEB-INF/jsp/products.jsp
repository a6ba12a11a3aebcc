<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<a:page title="Machines" section="products">
<h1>Machines</h1>
<p class="intro">Four machines, one philosophy: cast iron where it counts, and nothing that your own people cannot maintain.</p>
<div class="product" id="am450"><img src="${root}/img/am450.svg" width="180" height="132" alt=""><div><h2>AM-450 vertical machining centre</h2>
<p>The workhorse. 450 &times; 400 &times; 450 mm, 10,000 rpm, 24 tools in 1.8 s.</p><p class="spec">Repeatability &plusmn;0.002 mm | 4,100 kg | from &pound;48,500</p></div></div>
<div class="product" id="al220"><img src="${root}/img/al220.svg" width="180" height="132" alt=""><div><h2>AL-220 turning centre</h2>
<p>220 mm chuck, driven tools, bar capacity 52 mm. Turns and mills in one set-up.</p><p class="spec">Repeatability &plusmn;0.003 mm | 3,650 kg | from &pound;41,900</p></div></div>
<div class="product" id="ag600"><img src="${root}/img/ag600.svg" width="180" height="132" alt=""><div><h2>AG-600 surface grinder</h2>
<p>600 &times; 300 mm table, hydrostatic ways, automatic dressing.</p><p class="spec">Flatness 0.002 mm | 3,200 kg | from &pound;36,750</p></div></div>
<div class="product" id="ax5"><img src="${root}/img/am450.svg" width="180" height="132" alt=""><div><h2>AX-5 five-axis centre</h2>
<p>Swivelling rotary table, 12,000 rpm, 40 tools, thermal compensation as standard.</p><p class="spec">Repeatability &plusmn;0.002 mm | 5,400 kg | from &pound;89,000</p></div></div>
<p><a class="button" href="${root}/quote.do">Request a quote</a> <a class="more" href="${root}/demo.do">See one cut metal</a></p>
</a:page>
