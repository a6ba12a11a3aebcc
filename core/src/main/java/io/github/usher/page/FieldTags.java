package io.github.usher.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Forms, fields and labels of the tag libraries: what they have in common is the name behind the prefix. */
final class FieldTags {
    private static final Set<String> JSF_PREFIXES =
            Set.of("h", "p", "t", "a4j", "rich", "ice", "o", "b", "bs", "pe", "tr", "af", "tc", "r", "ace");
    private static final Set<String> FORMS = Set.of("form", "formcreate");
    private static final Set<String> TEXTAREAS = Set.of("textarea", "inputtextarea", "formtextarea", "inputrichtext");
    private static final Set<String> SELECTS = Set.of(
            "select",
            "combobox",
            "doubleselect",
            "selectonemenu",
            "selectonelistbox",
            "selectmanymenu",
            "selectonechoice",
            "selectmanylistbox",
            "selectcheckboxmenu",
            "updownselect",
            "formsingleselect",
            "formmultiselect");
    private static final Set<String> CHECKBOXES = Set.of(
            "checkbox",
            "checkboxes",
            "checkboxlist",
            "multibox",
            "selectbooleancheckbox",
            "selectmanycheckbox",
            "formcheckbox",
            "formcheckboxes",
            "selectbooleantoggle");
    private static final Set<String> RADIOS =
            Set.of("radio", "radiobutton", "radiobuttons", "selectoneradio", "formradiobuttons");
    private static final Set<String> TEXTS = Set.of(
            "text",
            "textfield",
            "inputtext",
            "input",
            "textbox",
            "forminput",
            "inputmask",
            "in",
            "autocompleter",
            "inputnumber",
            "autocomplete",
            "inputfield",
            "formfield",
            "emailfield");
    private static final Set<String> DATES =
            Set.of("calendar", "datepicker", "datetimepicker", "date", "inputcalendar", "inputdate");
    private static final Pattern LIST_ITEM = Pattern.compile("'([^']*)'\\s*(?::\\s*'([^']*)')?");

    private final Frameworks frameworks;
    private final Messages messages;

    FieldTags(Frameworks frameworks, Messages messages) {
        this.frameworks = frameworks;
        this.messages = messages;
    }

    /** What the end of a tag renders. */
    String closed(TagText tag, Scope scope) {
        var local = tag.localName();
        if (FORMS.contains(local)) {
            scope.namingForms().poll();
            return "</form>";
        }
        if (TEXTAREAS.contains(local)) {
            return "</textarea>";
        }
        if (SELECTS.contains(local) || (RADIOS.contains(local) && tag.prefix().equals("h"))) {
            return "</select>";
        }
        return switch (local) {
            case "label", "outputlabel" -> "</label>";
            case "option" -> "</option>";
            case "html", "body", "head" -> "</" + local + ">";
            case "panelgrid" -> "</div>";
            default -> "";
        };
    }

    /** What the beginning of a tag renders, or nothing where it shows nothing by itself. */
    String opened(TagText tag, Map<String, String> given, Scope scope) {
        var local = tag.localName();
        if (FORMS.contains(local)) {
            return form(tag, given, scope);
        }
        boolean jsf = JSF_PREFIXES.contains(tag.prefix());
        var field = new Field(tag, named(given, jsf, scope), given, scope);
        if (TEXTAREAS.contains(local)) {
            return labelled(field, field.html("textarea", "") + (tag.isSelfClosing() ? "</textarea>" : ""));
        }
        if (SELECTS.contains(local)) {
            return labelled(
                    field,
                    field.html("select", "") + options(tag.attributes()) + (tag.isSelfClosing() ? "</select>" : ""));
        }
        if (RADIOS.contains(local) && jsf) {
            return labelled(field, field.html("select", "") + (tag.isSelfClosing() ? "</select>" : ""));
        }
        var type = inputType(local);
        if (!type.isEmpty()) {
            return labelled(field, field.html("input", type) + described(given, type));
        }
        return switch (local) {
            case "label", "outputlabel" -> label(tag, given, jsf, scope) + (tag.isSelfClosing() ? "</label>" : "");
            case "option" ->
                Markup.open("option", Map.of("value", given.getOrDefault("value", "")))
                        + text(given)
                        + (tag.isSelfClosing() ? "</option>" : "");
            case "selectitem" ->
                "<option>" + given.getOrDefault("itemLabel", given.getOrDefault("itemValue", "")) + "</option>";
            case "outputtext" -> given.getOrDefault("value", "");
            case "html", "body", "head" -> Markup.open(local, given);
            case "panelgrid" -> Markup.open("div", Map.of());
            default -> "";
        };
    }

    private static String inputType(String local) {
        if (TEXTS.contains(local)) {
            return "text";
        }
        if (CHECKBOXES.contains(local)) {
            return "checkbox";
        }
        if (RADIOS.contains(local)) {
            return "radio";
        }
        if (DATES.contains(local)) {
            return "date";
        }
        return switch (local) {
            case "hidden", "inputhidden", "formhiddeninput" -> "hidden";
            case "password", "inputsecret", "secret", "formpasswordinput" -> "password";
            case "file", "inputfile", "fileupload", "inputfileupload" -> "file";
            default -> "";
        };
    }

    private String form(TagText tag, Map<String, String> given, Scope scope) {
        boolean jsf = JSF_PREFIXES.contains(tag.prefix());
        var attributes = new LinkedHashMap<String, String>();
        var action = given.getOrDefault("action", "");
        var id = given.getOrDefault("id", given.getOrDefault("styleId", ""));
        switch (tag.prefix()) {
            case "html", "nested" -> action = frameworks.struts1(action);
            case "s" -> action = frameworks.struts2(given.getOrDefault("namespace", ""), action);
            default -> action = jsf ? "" : action;
        }
        if (action.isEmpty() && given.containsKey("beanclass")) {
            action = frameworks.stripesBean(given.getOrDefault("beanclass", ""));
        }
        attributes.put("action", action);
        attributes.put("method", given.getOrDefault("method", "post"));
        attributes.put("id", id);
        attributes.put("name", given.getOrDefault("name", ""));
        attributes.put("enctype", given.getOrDefault("enctype", ""));
        boolean prepended = jsf && !"false".equals(given.get("prependId"));
        scope.namingForms().push(prepended ? (id.isEmpty() ? "*" : id) + ":" : "");
        return Markup.open("form", attributes) + (tag.isSelfClosing() ? "</form>" : "");
    }

    /** The name that is posted. */
    private static String named(Map<String, String> given, boolean jsf, Scope scope) {
        if (jsf) {
            var id = given.getOrDefault("id", "");
            var naming = scope.namingForms().peek();
            return id.isEmpty() ? "" : (naming == null ? "*:" : naming) + id;
        }
        for (var attribute : new String[] {"path", "property", "name", "field"}) {
            var name = given.getOrDefault(attribute, "");
            if (!name.isEmpty()) {
                return name;
            }
        }
        var path = given.getOrDefault("#0", "");
        if (!path.isEmpty()) {
            return path.substring(path.indexOf('.') + 1);
        }
        return given.getOrDefault("key", "");
    }

    private String label(TagText tag, Map<String, String> given, boolean jsf, Scope scope) {
        var target = given.getOrDefault("for", given.getOrDefault("path", given.getOrDefault("name", "")));
        var naming = scope.namingForms().peek();
        var id = jsf && naming != null && !target.contains(":") ? naming + target : target;
        var html = Markup.open("label", Map.of("for", id)) + given.getOrDefault("value", "");
        var key = given.getOrDefault(
                "code",
                given.getOrDefault("key", tag.isSelfClosing() && tag.prefix().equals("stripes") ? target : ""));
        return key.isEmpty() ? html : html + messages.textOrWords(key);
    }

    /** Libraries that write the label beside the field themselves. */
    private String labelled(Field field, String html) {
        var label = field.given.getOrDefault("label", "");
        var key = field.given.getOrDefault("key", "");
        var text =
                label.isEmpty() && !key.isEmpty() && field.tag.prefix().equals("s") ? messages.textOrWords(key) : label;
        return Markup.label(field.id(), text) + html;
    }

    private static String described(Map<String, String> given, String type) {
        return type.equals("checkbox") || type.equals("radio") ? given.getOrDefault("itemLabel", "") : "";
    }

    private static String text(Map<String, String> given) {
        return given.getOrDefault("label", "");
    }

    /** What Struts 2 lists in the tag itself: {@code list="{'a', 'b'}"} or {@code #{'a': 'A'}}. */
    private static String options(Map<String, String> given) {
        var options = new StringBuilder();
        var list = given.getOrDefault("list", "") + given.getOrDefault("#list", "");
        LIST_ITEM
                .matcher(list)
                .results()
                .forEach(found -> options.append("<option>")
                        .append(found.group(2) != null ? found.group(2) : found.group(1))
                        .append("</option>"));
        return options.toString();
    }

    /** One field as its tag describes it. */
    private record Field(TagText tag, String name, Map<String, String> given, Scope scope) {
        String id() {
            var id = given.getOrDefault("id", given.getOrDefault("styleId", ""));
            return JSF_PREFIXES.contains(tag.prefix()) || id.isEmpty() ? name : id;
        }

        String html(String element, String type) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("type", type.equals("text") ? given.getOrDefault("type", "text") : type);
            attributes.put("name", name);
            attributes.put("id", name.isEmpty() ? "" : id());
            copy("class", attributes, "class", "cssClass", "styleClass");
            copy("style", attributes, "style", "cssStyle");
            copy("placeholder", attributes, "placeholder", "watermark");
            copy("title", attributes, "title", "altKey");
            copy("maxlength", attributes, "maxlength", "maxLength");
            copy("autocomplete", attributes, "autocomplete");
            copy("aria-label", attributes, "aria-label");
            copy("tabindex", attributes, "tabindex");
            copy("required", attributes, "required");
            if (type.equals("hidden") || type.equals("radio") || type.equals("checkbox")) {
                copy("value", attributes, "value");
            }
            return Markup.open(element, attributes);
        }

        private void copy(String to, Map<String, String> attributes, String... from) {
            for (var name : from) {
                if (!given.getOrDefault(name, "").isEmpty()) {
                    attributes.putIfAbsent(to, given.getOrDefault(name, ""));
                }
            }
        }
    }
}
