package io.github.usher.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Headers and cookies as maps; of several with one name the first counts. */
final class RequestHeaders {
    private RequestHeaders() {}

    /** By lower-cased name. */
    static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        var names = request.getHeaderNames();
        if (names != null) {
            for (var name : Collections.list(names)) {
                var value = request.getHeader(name);
                if (value != null) {
                    headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
                }
            }
        }
        return headers;
    }

    static Map<String, String> cookies(HttpServletRequest request) {
        var cookies = new HashMap<String, String>();
        var sent = request.getCookies();
        if (sent != null) {
            for (var cookie : sent) {
                if (cookie.getValue() != null) {
                    cookies.putIfAbsent(cookie.getName(), cookie.getValue());
                }
            }
        }
        return cookies;
    }
}
