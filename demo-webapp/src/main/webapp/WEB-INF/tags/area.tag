<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="required" type="java.lang.Boolean" %>
<%@ attribute name="hint" %>
<div class="row${empty form.error(name) ? '' : ' wrong'}">
  <label for="${name}">${label}${required ? ' <em title="required">*</em>' : ''}</label>
  <div class="field">
    <textarea id="${name}" name="${name}" rows="6" cols="50">${form.html(name)}</textarea>
    <p class="hint">${hint}</p>
    <p class="error">${form.error(name)}</p>
  </div>
</div>
