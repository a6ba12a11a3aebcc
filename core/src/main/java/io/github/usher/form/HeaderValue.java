package io.github.usher.form;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a header and its parameters: {@code form-data; name="first_name"}. Read leniently, as browsers and old
 * libraries write it; of a parameter that is given twice the first counts.
 */
record HeaderValue(String value, Map<String, String> parameters) {
    static HeaderValue parse(String text) {
        int semicolon = text.indexOf(';');
        var value = semicolon < 0 ? text : text.substring(0, semicolon);
        var parameters = new HashMap<String, String>();
        int at = semicolon < 0 ? text.length() : semicolon + 1;
        while (at < text.length()) {
            at = parameter(text, at, parameters);
        }
        return new HeaderValue(value.strip(), parameters);
    }

    /** @param name in lower case */
    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    private static int parameter(String text, int from, Map<String, String> into) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
            at++;
        }
        var name = text.substring(from, at).strip().toLowerCase(Locale.ROOT);
        var value = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else if (c == '"') {
                quoted = !quoted;
                wasQuoted = true;
            } else if (c == ';' && !quoted) {
                at++;
                break;
            } else if (quoted || !Character.isWhitespace(c)) {
                value.append(c);
            }
        }
        if (!name.isEmpty() && (wasQuoted || value.length() > 0)) {
            into.putIfAbsent(name, value.toString());
        }
        return at;
    }
}
