<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="section" %>
<%@ attribute name="lang" %>
<%@ attribute name="wide" type="java.lang.Boolean" %>
<%@ variable name-given="root" scope="NESTED" %>
<% jspContext.setAttribute("root", request.getContextPath()); %>
<!DOCTYPE html>
<html lang="${empty lang ? 'en' : lang}">
<head>
  <meta charset="${pageContext.response.characterEncoding}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} | Aldgate Machine Tools</title>
  <link rel="stylesheet" href="${root}/css/aldgate.css">
  <link rel="icon" href="${root}/img/mark.svg" type="image/svg+xml">
</head>
<body>
<div id="page">
  <div id="header">
    <a id="logo" href="${root}/"><img src="${root}/img/mark.svg" width="44" height="44" alt=""><span><b>Aldgate</b> Machine Tools<small>Birmingham, since 1962</small></span></a>
    <div id="top">
      <p class="phone">0121 496 0180</p>
      <p><a href="${root}/callback.do">Call me back</a> | <a href="${root}/newsletter.do">Newsletter</a> | <a href="${root}/de/kontakt.do" lang="de">Deutsch</a></p>
    </div>
  </div>
  <div id="nav">
    <ul>
      <li><a href="${root}/"${section eq 'home' ? ' class="here"' : ''}>Home</a></li>
      <li><a href="${root}/products.do"${section eq 'products' ? ' class="here"' : ''}>Machines</a></li>
      <li><a href="${root}/service.do"${section eq 'service' ? ' class="here"' : ''}>Service</a></li>
      <li><a href="${root}/training.do"${section eq 'training' ? ' class="here"' : ''}>Training</a></li>
      <li><a href="${root}/showroom.do"${section eq 'showroom' ? ' class="here"' : ''}>Showroom</a></li>
      <li><a href="${root}/brochure.do"${section eq 'brochure' ? ' class="here"' : ''}>Brochures</a></li>
      <li><a href="${root}/about.do"${section eq 'about' ? ' class="here"' : ''}>About us</a></li>
      <li><a href="${root}/contact.do"${section eq 'contact' ? ' class="here"' : ''}>Contact</a></li>
    </ul>
  </div>
  <div id="body">
    <div id="main"${wide ? ' class="wide"' : ''}>
<jsp:doBody/>
    </div>
    <div id="side"${wide ? ' hidden' : ''}>
      <div class="box call">
        <h3>See it cut metal</h3>
        <p>Bring your own part and we machine it while you watch.</p>
        <p><a class="button" href="${root}/demo.do">Request a demo</a></p>
      </div>
      <div class="box">
        <h3>Get a quote</h3>
        <p>Send us a drawing: you have a price within two working days.</p>
        <p><a href="${root}/quote.do">Request a quote</a></p>
      </div>
      <div class="box">
        <h3>Sales office</h3>
        <p>Aldgate Works<br>Bromford Lane<br>Birmingham B24 8DW</p>
        <p>0121 496 0180<br>sales@aldgate.example</p>
        <p class="small">Mon to Fri, 8.00 to 17.30</p>
      </div>
    </div>
  </div>
  <div id="footer">
    <p>&copy; 2009&ndash;2012 Aldgate Machine Tools Ltd. Registered in England.</p>
    <p><a href="${root}/inbox.do">Sales office: inbox</a> | <a href="${root}/sandbox/">Chili Piper sandbox</a></p>
  </div>
</div>
</body>
</html>
