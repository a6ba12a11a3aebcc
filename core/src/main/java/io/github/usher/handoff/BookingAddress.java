package io.github.usher.handoff;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds parameters to the query that a booking page's address already has, each once. */
final class BookingAddress {
    private BookingAddress() {}

    static URI with(URI page, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return page;
        }
        var address = page.toString();
        int hash = address.indexOf('#');
        var fragment = hash < 0 ? "" : address.substring(hash);
        var rest = hash < 0 ? address : address.substring(0, hash);
        int question = rest.indexOf('?');
        var path = question < 0 ? rest : rest.substring(0, question);
        var query = merged(question < 0 ? "" : rest.substring(question + 1), parameters);
        return URI.create(path + "?" + query + fragment);
    }

    private static String merged(String query, Map<String, String> parameters) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                pairs.put(name(equals < 0 ? pair : pair.substring(0, equals)), pair);
            }
        }
        parameters.forEach((name, value) -> pairs.put(name, encode(name) + "=" + encode(value)));
        return String.join("&", pairs.values());
    }

    private static String name(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return encoded;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
