package io.github.usher.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form helpers of Rails: {@code <%= f.text_field :city %>} becomes a field named {@code lead[city]}. */
final class Rails {
    private static final Pattern BLOCK = Pattern.compile("(?s)<%([=-]?)(.*?)-?%>");
    private static final Pattern FORM =
            Pattern.compile("(?s)\\s*(?:simple_)?(?:form_for|form_with|semantic_form_for|bootstrap_form_for)\\b(.*)");
    private static final Pattern MODEL =
            Pattern.compile("(?:as|scope):\\s*:(\\w+)|:as\\s*=>\\s*:(\\w+)|(?:model:\\s*@?|[@:])(\\w+)");
    private static final Pattern NESTED = Pattern.compile("(?s)\\s*\\w+\\.(?:simple_)?fields_for\\s*\\(?\\s*:(\\w+).*");
    private static final Pattern FIELD =
            Pattern.compile("(?s)\\s*\\w+\\.(\\w+)\\s*\\(?\\s*(?::(\\w+)|[\"'](\\w+)[\"'])(.*)");
    private static final Pattern TAG =
            Pattern.compile("(?s)\\s*(\\w+)_tag\\s*\\(?\\s*(?::(\\w+)|[\"']([\\w\\[\\]]+)[\"'])(.*)");

    private final StringBuilder names = new StringBuilder();
    private String model = "";

    private Rails() {}

    static String plain(String text) {
        var rails = new Rails();
        return BLOCK.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(rails.html(found.group(1), found.group(2))));
    }

    private String html(String output, String code) {
        var form = FORM.matcher(code);
        if (form.matches()) {
            var name = MODEL.matcher(form.group(1));
            model = name.find()
                    ? name.group(1) != null ? name.group(1) : name.group(2) != null ? name.group(2) : name.group(3)
                    : "";
            names.setLength(0);
            return "<form method=\"post\">";
        }
        var nested = NESTED.matcher(code);
        if (nested.matches()) {
            names.append('[').append(nested.group(1)).append("_attributes]");
            return "";
        }
        if (output.isEmpty()) {
            return "";
        }
        var tag = TAG.matcher(code);
        if (tag.matches()) {
            return field(
                    tag.group(1) + (tag.group(1).endsWith("field") ? "" : "_tag"),
                    named(tag),
                    named(tag),
                    tag.group(4));
        }
        var field = FIELD.matcher(code);
        if (!field.matches()) {
            return text(code);
        }
        var last = field.group(2) != null ? field.group(2) : field.group(3);
        var name = model.isEmpty() ? last : model + names + "[" + last + "]";
        return field(field.group(1), name, last, field.group(4));
    }

    private static String named(Matcher tag) {
        return tag.group(2) != null ? tag.group(2) : tag.group(3);
    }

    /** A text by itself, as {@code <%= t('.first_name') %>}, becomes its words. */
    private static String text(String code) {
        var found = Pattern.compile("\\s*(?:I18n\\.)?t\\(?\\s*[\"']([\\w.]+)[\"'].*")
                .matcher(code);
        return found.matches() ? words(found.group(1).replaceFirst(".*\\.", "")) : "";
    }

    private String field(String helper, String name, String last, String rest) {
        var id = name.replaceAll("[\\[\\]]+", "_").replaceFirst("_$", "");
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("name", name);
        attributes.put("id", id);
        attributes.put("placeholder", option(rest, "placeholder"));
        return switch (helper) {
            case "label", "label_tag" -> Markup.label(id, ownText(rest, words(last)));
            case "text_area", "rich_text_area", "text_area_tag" -> Markup.open("textarea", attributes) + "</textarea>";
            case "select",
                    "collection_select",
                    "grouped_collection_select",
                    "time_zone_select",
                    "country_select",
                    "select_tag" -> Markup.open("select", attributes) + options(rest) + "</select>";
            case "input", "input_field" -> simple(id, last, rest, attributes);
            case "check_box", "check_box_tag" -> input("checkbox", attributes);
            case "radio_button", "radio_button_tag" -> input("radio", attributes);
            default -> helper.endsWith("_field") ? input(type(helper), attributes) : "";
        };
    }

    private static String simple(String id, String last, String rest, Map<String, String> attributes) {
        var label = option(rest, "label");
        var as = option(rest, "as");
        var text = Markup.label(id, label.isEmpty() ? words(last) : label);
        if (as.equals("text")) {
            return text + Markup.open("textarea", attributes) + "</textarea>";
        }
        boolean select = rest.contains("collection") || as.equals("select");
        return text
                + (select
                        ? Markup.open("select", attributes) + options(rest) + "</select>"
                        : input(as.isEmpty() || as.equals("string") ? "text" : as, attributes));
    }

    private static String input(String type, Map<String, String> attributes) {
        attributes.put("type", type);
        return Markup.open("input", attributes);
    }

    private static String type(String helper) {
        var type = helper.replaceFirst("_field$", "");
        return type.equals("telephone") || type.equals("phone") ? "tel" : type;
    }

    private static String ownText(String rest, String otherwise) {
        var found = Pattern.compile("\\s*,\\s*[\"']([^\"']+)[\"']").matcher(rest);
        return found.lookingAt() ? found.group(1) : otherwise;
    }

    private static String option(String rest, String name) {
        var found = Pattern.compile("(?<!\\w)" + name + "(?::|\\s*=>)\\s*(?:[\"']([^\"']*)[\"']|:(\\w+))")
                .matcher(rest);
        return !found.find() ? "" : found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static String options(String rest) {
        var options = new StringBuilder();
        Pattern.compile("\\[\\s*[\"']([^\"']+)[\"']\\s*,")
                .matcher(rest)
                .results()
                .forEach(found ->
                        options.append("<option>").append(found.group(1)).append("</option>"));
        return options.toString();
    }

    private static String words(String name) {
        var words = name.replaceFirst("_id$", "").replace('_', ' ').strip();
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
