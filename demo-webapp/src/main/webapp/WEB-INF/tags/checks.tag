<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="required" type="java.lang.Boolean" %>
<%@ attribute name="hint" %>
<%@ attribute name="options" required="true" %>
<div class="row${empty form.error(name) ? '' : ' wrong'}">
  <span class="label">${label}${required ? ' <em title="required">*</em>' : ''}</span>
  <div class="field">
    <% for (String option : options.split("\\|")) { String[] both = option.split("=", 2); jspContext.setAttribute("value", both[0]); jspContext.setAttribute("text", both[both.length - 1]); %>
    <label class="check"><input type="checkbox" name="${name}" value="${value}"${form.has(name, value) ? ' checked' : ''}> ${text}</label>
    <% } %>
    <p class="hint">${hint}</p>
    <p class="error">${form.error(name)}</p>
  </div>
</div>
