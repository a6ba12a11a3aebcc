<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="a" tagdir="/WEB-INF/tags" %>
<%@ page import="io.github.usher.demo.Html, io.github.usher.demo.site.*, java.time.ZoneId, java.time.format.DateTimeFormatter, java.util.*" %>
<%
    List<Enquiry> enquiries = ((Inbox) application.getAttribute("inbox")).newestFirst();
    DateTimeFormatter clock = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.UK).withZone(ZoneId.systemDefault());
    request.setAttribute("count", enquiries.size());
    StringBuilder rows = new StringBuilder();
    for (Enquiry enquiry : enquiries) {
        rows.append("<tr class=\"enquiry\" data-form=\"").append(Html.escape(enquiry.form())).append("\"><td>").append(enquiry.reference())
            .append("</td><td>").append(clock.format(enquiry.at())).append("</td><td>").append(Html.escape(enquiry.form())).append("</td><td><dl>");
        for (Map.Entry<String, String> field : enquiry.fields().entrySet()) {
            rows.append("<dt>").append(Html.escape(field.getKey())).append("</dt><dd>").append(Html.escape(field.getValue())).append("</dd>");
        }
        rows.append("</dl></td></tr>\n");
    }
    request.setAttribute("rows", rows);
%>
<a:page title="Sales office: inbox" wide="true">
<h1>Sales office: inbox</h1>
<p class="intro">What the site itself did with each accepted form: one entry here, where a real site would write to its database or send an e-mail.</p>
<p>Enquiries: <b id="count">${count}</b></p>
<table class="inbox">
<thead><tr><th>Reference</th><th>Received</th><th>Form</th><th>Filled in</th></tr></thead>
<tbody>${rows}</tbody>
</table>
</a:page>
