package io.github.usher.servlet;

import io.github.usher.config.UsherConfig.Site;
import io.github.usher.form.PlacePattern;
import io.github.usher.submission.Hash;
import io.github.usher.submission.SitePage;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place that the site sends its visitor to, understood as a browser would: resolved against the request's address.
 *
 * @param address an absolute path with query and fragment on the site's own host, else a whole address; without session
 *     id
 * @param inside the decoded path inside the application, without query and path parameters; empty where it is outside
 * @param whole the whole address without query, fragment and session id
 * @param sessionId the session id that its path carried, or null
 */
record SiteAddress(
        String address,
        String inside,
        String whole,
        @Nullable String sessionId) {
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final Pattern SESSION = Pattern.compile(";jsessionid=([^;/?#]*)", Pattern.CASE_INSENSITIVE);

    /**
     * @param request as it arrived
     * @param site what the config says of how the world reaches the application
     */
    static SiteAddress of(String location, HttpServletRequest request, Site site) {
        var byItself = of(location, request, site, hostAndPort(request));
        if (!byItself.inside.isEmpty()) {
            return byItself;
        }
        var url = site.url();
        if (url != null && byItself.whole.startsWith(url + "/")) {
            var inside = withoutParameters(
                    decoded(byItself.whole.substring(url.toString().length())));
            return new SiteAddress(byItself.address, inside, byItself.whole, byItself.sessionId);
        }
        return of(
                location,
                request,
                site,
                PublicAddress.of(request, site.trustedProxies()).authority());
    }

    private static SiteAddress of(String location, HttpServletRequest request, Site site, String ownHost) {
        var session = SESSION.matcher(location);
        var sessionId = session.find() ? session.group(1) : null;
        var plain = SESSION.matcher(location).replaceAll("");
        var host = request.getScheme() + "://" + ownHost;
        var own = ownPath(plain, request, ownHost);
        if (own == null) {
            return new SiteAddress(plain, "", withoutQuery(plain), sessionId);
        }
        var context = request.getContextPath();
        var path = decoded(withoutQuery(own));
        return new SiteAddress(
                PublicPath.publicly(own, request, site),
                isInside(path, context)
                        ? withoutParameters(path.substring(context.length()))
                        : insidePublicly(path, request, site),
                host + withoutQuery(own),
                sessionId);
    }

    private static boolean isInside(String path, String context) {
        return context.isEmpty() || path.equals(context) || path.startsWith(context + "/");
    }

    /** Where the site itself names its places as the world knows them. */
    private static String insidePublicly(String path, HttpServletRequest request, Site site) {
        var context = PublicPath.of(request, site);
        return isInside(path, context) ? withoutParameters(path.substring(context.length())) : "";
    }

    boolean matchesAny(List<PlacePattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(inside, whole));
    }

    /** What may stand in a log: where it leads without query. */
    String forLog() {
        return inside.isEmpty() ? whole : inside;
    }

    SitePage asPage() {
        return new SitePage(address, sessionId == null ? null : Hash.of(sessionId), null);
    }

    /** The absolute path with query and fragment where the location is on the request's own host; null elsewhere. */
    private static @Nullable String ownPath(String location, HttpServletRequest request, String ownHost) {
        if (SCHEME.matcher(location).lookingAt()) {
            var host = hostOf(location);
            return host != null && host.equalsIgnoreCase(ownHost) ? pathOf(location) : null;
        }
        if (location.startsWith("//")) {
            var whole = request.getScheme() + ":" + location;
            var host = hostOf(whole);
            return host != null && host.equalsIgnoreCase(ownHost) ? pathOf(whole) : null;
        }
        if (location.startsWith("/")) {
            return normalized(location);
        }
        var base = SESSION.matcher(request.getRequestURI()).replaceAll("");
        if (location.isEmpty() || location.startsWith("?") || location.startsWith("#")) {
            return base + location;
        }
        return normalized(base.substring(0, base.lastIndexOf('/') + 1) + location);
    }

    private static @Nullable String hostOf(String address) {
        try {
            var uri = URI.create(withoutQuery(address));
            var scheme = uri.getScheme();
            if (uri.getHost() == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
                return null;
            }
            return uri.getHost() + port(scheme, uri.getPort());
        } catch (IllegalArgumentException notReadable) {
            return null;
        }
    }

    private static String pathOf(String address) {
        int start = address.indexOf('/', address.indexOf("//") + 2);
        if (start >= 0) {
            return normalized(address.substring(start));
        }
        int end = endOfPath(address);
        return "/" + address.substring(end);
    }

    private static String hostAndPort(HttpServletRequest request) {
        return request.getServerName() + port(request.getScheme(), request.getServerPort());
    }

    private static String port(String scheme, int port) {
        boolean usual = port <= 0
                || (scheme.equalsIgnoreCase("http") && port == 80)
                || (scheme.equalsIgnoreCase("https") && port == 443);
        return usual ? "" : ":" + port;
    }

    /** Takes {@code .} and {@code ..} out of the path; the query stays. */
    private static String normalized(String address) {
        int end = endOfPath(address);
        var path = address.substring(0, end);
        if (!path.contains("/.")) {
            return address;
        }
        var segments = new ArrayDeque<String>();
        var given = path.substring(1).split("/", -1);
        for (int i = 0; i < given.length; i++) {
            boolean last = i == given.length - 1;
            if (given[i].equals("..")) {
                segments.pollLast();
            } else if (!given[i].equals(".")) {
                segments.addLast(given[i]);
                continue;
            }
            if (last) {
                segments.addLast("");
            }
        }
        return "/" + String.join("/", segments) + address.substring(end);
    }

    private static String withoutQuery(String address) {
        return address.substring(0, endOfPath(address));
    }

    private static int endOfPath(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '?' || c == '#') {
                return i;
            }
        }
        return address.length();
    }

    static String withoutParameters(String path) {
        return path.indexOf(';') < 0 ? path : path.replaceAll(";[^/]*", "");
    }

    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return path;
        }
    }
}
