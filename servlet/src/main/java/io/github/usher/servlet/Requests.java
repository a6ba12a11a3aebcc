package io.github.usher.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Usher needs to know of a request. Reads no parameter and makes no session. */
final class Requests {
    private Requests() {}

    /** The path inside the application, decoded by the container, without query and path parameters. */
    static String path(HttpServletRequest request) {
        var path = request.getServletPath();
        var more = request.getPathInfo();
        if (more == null) {
            return path;
        }
        return path.isEmpty() ? more : path + more;
    }

    /** Why the request is no navigation of a whole page, in a few words; null where it is one. */
    static @Nullable String notNavigation(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null && !mode.equalsIgnoreCase("navigate")) {
            return "Sec-Fetch-Mode: " + word(mode);
        }
        if (request.getHeader("X-Requested-With") != null) {
            return "X-Requested-With";
        }
        if (mode == null) {
            var accept = request.getHeader("Accept");
            if (accept != null && !accept.toLowerCase(Locale.ROOT).contains("text/html")) {
                return "an Accept without text/html";
            }
        }
        return null;
    }

    /** Whether the answer goes into a frame. */
    static boolean isFramed(HttpServletRequest request) {
        var destination = request.getHeader("Sec-Fetch-Dest");
        return destination != null
                && (destination.equalsIgnoreCase("iframe")
                        || destination.equalsIgnoreCase("frame")
                        || destination.equalsIgnoreCase("embed")
                        || destination.equalsIgnoreCase("object"));
    }

    static boolean isRealBrowser(HttpServletRequest request) {
        return "navigate".equalsIgnoreCase(request.getHeader("Sec-Fetch-Mode"));
    }

    static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("application/json") && !accept.contains("text/html");
    }

    /** A header's value as a log may show it. */
    private static String word(String value) {
        return value.matches("[A-Za-z-]{1,20}") ? value : "unusual";
    }
}
