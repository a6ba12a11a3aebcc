package io.github.usher.page;

import java.util.regex.Pattern;

/** The mark-up that code prints by itself: {@code out.println("<option value=\"" + id + "\">")}. */
final class Printed {
    private static final Pattern LITERAL =
            Pattern.compile("\"([^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\"|'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*");

    private Printed() {}

    /** The texts of the code that hold mark-up; between two of them what is known at run time is left out. */
    static String by(String code) {
        if (!code.contains("<")) {
            return "";
        }
        var printed = new StringBuilder();
        boolean inside = false;
        for (var found : LITERAL.matcher(code).results().toList()) {
            var text = found.group(1) != null ? found.group(1) : found.group(2);
            boolean markup = MARKUP.matcher(text).find();
            if (markup || inside) {
                printed.append(text.replace("\\\"", "\"")
                        .replace("\\'", "'")
                        .replace("\\n", "\n")
                        .replace("\\t", " "));
                inside = printed.lastIndexOf("<") > printed.lastIndexOf(">");
            }
        }
        return printed.toString();
    }

    /** An expression that is one text, or one of two texts: that text, or the first. Anything else is blank. */
    static String expression(String code) {
        var found = Pattern.compile(
                        "\\s*(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)')\\s*;?\\s*")
                .matcher(code);
        if (!found.matches()) {
            return "";
        }
        return found.group(1) != null ? found.group(1) : found.group(2);
    }
}
