package io.github.usher.template;

import io.github.usher.form.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one template from left to right, once. */
final class TemplateParser {
    private static final String OPEN = "${";

    private final String text;
    private final Environment environment;
    private final Set<String> unset;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;

    /** @param unset gets the names of the environment that are not set */
    TemplateParser(String text, Environment environment, Set<String> unset) {
        this.text = text;
        this.environment = environment;
        this.unset = unset;
    }

    List<Part> parse() throws TemplateSyntaxException {
        while (at < text.length()) {
            if (text.startsWith("$" + OPEN, at)) {
                plain.append(OPEN);
                at += 3;
            } else if (text.startsWith(OPEN, at)) {
                endText();
                parts.add(reference());
            } else {
                plain.append(text.charAt(at++));
            }
        }
        endText();
        return List.copyOf(parts);
    }

    private void endText() {
        if (!plain.isEmpty()) {
            parts.add(new Part.Text(plain.toString()));
            plain.setLength(0);
        }
    }

    private Part reference() throws TemplateSyntaxException {
        int start = at + OPEN.length();
        int first = start;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        if (text.startsWith("'", first)) {
            return quoted(first + 1);
        }
        int end = text.indexOf('}', start);
        int nested = text.indexOf(OPEN, start);
        if (end < 0 || (nested >= 0 && nested < end)) {
            throw unclosed(text.substring(start, nested < 0 ? text.length() : nested));
        }
        at = end + 1;
        return named(text.substring(start, end).strip());
    }

    private Part quoted(int start) throws TemplateSyntaxException {
        int end = text.indexOf("'}", start);
        if (end < 0) {
            var name = text.substring(start).replaceAll("['}].*", "").strip();
            throw new TemplateSyntaxException(
                    "\"${'" + name + "\" has no closing quote and brace. Write \"${'" + name + "'}\".");
        }
        if (end == start) {
            throw new TemplateSyntaxException(
                    "${''} names no field. Write the name of the form's field between the quotes.");
        }
        at = end + 2;
        return new Part.Field(new Wildcard(text.substring(start, end)), true);
    }

    private static TemplateSyntaxException unclosed(String rest) {
        var name = rest.strip();
        int line = name.indexOf('\n');
        name = line < 0 ? name : name.substring(0, line).strip();
        var write = name.isEmpty() ? "Write \"${name of the form's field}\"" : "Write \"${" + name + "}\"";
        return new TemplateSyntaxException(
                "\"${" + name + "\" has no closing brace. " + write + ", or \"$${\" for a plain \"${\".");
    }

    private Part named(String name) throws TemplateSyntaxException {
        if (name.isEmpty()) {
            throw new TemplateSyntaxException("${} names no field. Write \"${name of the form's field}\".");
        }
        int dot = name.indexOf('.');
        var prefix = dot < 0 ? "" : name.substring(0, dot);
        var rest = name.substring(dot + 1).strip();
        return switch (prefix) {
            case "env" -> env(notEmpty(prefix, rest));
            case "request" -> request(notEmpty(prefix, rest));
            case "query" -> new Part.Query(new Wildcard(notEmpty(prefix, rest)));
            case "cookie" -> new Part.Cookie(new Wildcard(notEmpty(prefix, rest)));
            case "header" -> Part.Header.of(notEmpty(prefix, rest));
            default -> new Part.Field(new Wildcard(name), false);
        };
    }

    private static String notEmpty(String prefix, String rest) throws TemplateSyntaxException {
        if (rest.isEmpty()) {
            var example = prefix.equals("request") ? "locale" : "NAME";
            throw new TemplateSyntaxException("${" + prefix + ".} names nothing after \"" + prefix + ".\". Write \"${"
                    + prefix + "." + example + "}\"; a form's field of that name is \"${'" + prefix + ".'}\".");
        }
        return rest;
    }

    private Part env(String name) {
        var value = environment.get(name);
        if (value == null) {
            unset.add(name);
        }
        return new Part.Env(name, value == null ? "" : value);
    }

    private static Part request(String name) throws TemplateSyntaxException {
        return switch (name) {
            case "locale" -> Part.Request.LOCALE;
            case "url" -> Part.Request.URL;
            default ->
                throw new TemplateSyntaxException(
                        "${request." + name + "} is not known. Write \"${request." + nearestOfRequest(name)
                                + "}\"; a form's field of that name is \"${'request." + name + "'}\".");
        };
    }

    private static String nearestOfRequest(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("u") || lower.contains("path") || lower.contains("page") || lower.contains("addr")
                ? "url"
                : "locale";
    }
}
