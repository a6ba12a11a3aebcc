<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="required" type="java.lang.Boolean" %>
<%@ attribute name="hint" %>
<%@ attribute name="options" required="true" %>
<%@ attribute name="first" %>
<div class="row${empty form.error(name) ? '' : ' wrong'}">
  <label for="${name}">${label}${required ? ' <em title="required">*</em>' : ''}</label>
  <div class="field">
    <select id="${name}" name="${name}">
      <option value="">${empty first ? 'Please choose' : first}</option>
      <% for (String option : options.split("\\|")) { String[] both = option.split("=", 2); jspContext.setAttribute("value", both[0]); jspContext.setAttribute("text", both[both.length - 1]); %>
      <option value="${value}"${form.has(name, value) ? ' selected' : ''}>${text}</option>
      <% } %>
    </select>
    <p class="hint">${hint}</p>
    <p class="error">${form.error(name)}</p>
  </div>
</div>
