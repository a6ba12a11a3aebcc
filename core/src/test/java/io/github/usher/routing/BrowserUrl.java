package io.github.usher.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of the WHATWG URL parser that finds the host of a special scheme: lenient as browsers are. */
final class BrowserUrl {
    private BrowserUrl() {}

    /** The host that a browser on an https page would go to; null where it would go nowhere new. */
    static @Nullable String hostOf(String url) {
        var text = url.replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$", "").replaceAll("[\\t\\n\\r]", "");
        var scheme = text.toLowerCase(Locale.ROOT).replaceFirst("^([a-z][a-z0-9+.-]*):.*", "$1");
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return null;
        }
        var rest = text.substring(scheme.length() + 1).replaceFirst("^[/\\\\]+", "");
        var authority = rest.split("[/\\\\?#]", 2)[0];
        var host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":[0-9]*$", "");
        try {
            var decoded = URLDecoder.decode(host.replace("+", "%2B"), StandardCharsets.UTF_8);
            return java.net.IDN.toASCII(decoded.replace('\u3002', '.')).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
