package io.github.usher.page;

import java.util.Map;

/** Writes the HTML that a tag renders as. */
final class Markup {
    private Markup() {}

    static String open(String tag, Map<String, String> attributes) {
        var html = new StringBuilder("<").append(tag);
        attributes.forEach((name, value) -> {
            if (!value.isEmpty()) {
                html.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(value.replace("\"", "&quot;"))
                        .append('"');
            }
        });
        return html.append('>').toString();
    }

    /** A label of its own, as most tag libraries write it beside the field. */
    static String label(String forId, String text) {
        return text.isBlank() ? "" : open("label", Map.of("for", forId)) + text + "</label>";
    }
}
