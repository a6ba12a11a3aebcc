package io.github.usher.mapping;

import io.github.usher.form.Submitted;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that the form stood on, as Chili Piper gets it: scheme, host, path, and of the query the campaign alone.
 * Anything else of an address may be personal, and would stand in the log of every proxy on its way.
 */
final class SourceUrl {
    /** A segment that names somebody, and all behind it. */
    private static final Pattern PERSONAL = Pattern.compile("(?i)/[^/]*(?:@|%40).*");

    private static final int LONGEST = 1000;

    private SourceUrl() {}

    /**
     * From {@code Referer} where that is a page of the same host; otherwise the address that the form was posted to.
     *
     * @param utm as it is sent
     * @return null where neither is known
     */
    static @Nullable String of(Submitted submitted, Map<String, String> utm) {
        var posted = uri(submitted.url());
        if (posted == null) {
            return null;
        }
        var page = uri(submitted.headers().get("referer"));
        var from = page != null && posted.getHost().equalsIgnoreCase(page.getHost()) ? page : posted;
        var path = PERSONAL.matcher(String.valueOf(from.getRawPath()).replaceAll(";[^/]*", ""))
                .replaceFirst("/");
        var address = from.getScheme() + "://" + from.getAuthority() + path;
        return address.length() > LONGEST ? null : address + query(utm);
    }

    private static String query(Map<String, String> utm) {
        var query = new StringBuilder();
        utm.forEach((name, value) -> query.append(query.length() == 0 ? "?" : "&")
                .append("utm_")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        return query.toString();
    }

    private static @Nullable URI uri(@Nullable String text) {
        try {
            var uri = text == null ? null : new URI(text);
            return uri == null || uri.getHost() == null || uri.getRawUserInfo() != null ? null : uri;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
