<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="required" type="java.lang.Boolean" %>
<%@ attribute name="hint" %>
<%@ attribute name="type" %>
<div class="row${empty form.error(name) ? '' : ' wrong'}">
  <label for="${name}">${label}${required ? ' <em title="required">*</em>' : ''}</label>
  <div class="field">
    <input id="${name}" name="${name}" type="${empty type ? 'text' : type}" value="${form.html(name)}">
    <p class="hint">${hint}</p>
    <p class="error">${form.error(name)}</p>
  </div>
</div>
