package io.github.usher.servlet;

import io.github.usher.config.Network;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the visitor's browser sees a request: behind a trusted proxy by what that one says ({@code Forwarded}, or
 * {@code X-Forwarded-Proto}, {@code -Host} and {@code -Port}), else by the request itself.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority the host, and its port where it is not the scheme's own
 * @param client the visitor's own network address
 */
record PublicAddress(String scheme, String authority, String client) {
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    static PublicAddress of(HttpServletRequest request, List<Network> trustedProxies) {
        var remote = request.getRemoteAddr();
        var direct = new PublicAddress(
                request.getScheme(),
                withPort(request.getScheme(), request.getServerName(), request.getServerPort()),
                remote == null ? "" : remote);
        return isTrusted(direct.client, trustedProxies) ? forwarded(request, direct, trustedProxies) : direct;
    }

    /** The host alone, in lower case. */
    String host() {
        return PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    private static PublicAddress forwarded(HttpServletRequest request, PublicAddress direct, List<Network> trusted) {
        var standard = first(request.getHeader("Forwarded"));
        var proto = orElse(parameter(standard, "proto"), first(request.getHeader("X-Forwarded-Proto")));
        var scheme =
                "https".equalsIgnoreCase(proto) ? "https" : "http".equalsIgnoreCase(proto) ? "http" : direct.scheme;
        var host = orElse(parameter(standard, "host"), first(request.getHeader("X-Forwarded-Host")));
        var port = first(request.getHeader("X-Forwarded-Port"));
        var authority = host != null && AUTHORITY.matcher(host).matches() ? host : direct.authority;
        if (host != null
                && port != null
                && port.matches("\\d{1,5}")
                && authority.equals(host)
                && !host.matches(".*:\\d+")) {
            authority = withPort(scheme, host, Integer.parseInt(port));
        }
        return new PublicAddress(scheme, withoutOwnPort(scheme, authority), client(request, direct.client, trusted));
    }

    /** Proxies append to the list: from its end, the first address that is no trusted proxy is the visitor's. */
    private static String client(HttpServletRequest request, String remote, List<Network> trusted) {
        var client = remote;
        var hops = hops(request, "X-Forwarded-For");
        boolean isStandard = hops.length == 0;
        if (isStandard) {
            hops = hops(request, "Forwarded");
        }
        for (int i = hops.length - 1; i >= 0 && isTrusted(client, trusted); i--) {
            var hop = isStandard ? withoutPort(parameter(hops[i], "for")) : hops[i].strip();
            if (!hop.matches("[0-9A-Fa-f:.]{2,45}")) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private static String[] hops(HttpServletRequest request, String header) {
        var values = request.getHeaders(header);
        var list = values == null ? "" : String.join(",", Collections.list(values));
        return list.isBlank() ? new String[0] : list.split(",");
    }

    /** {@code 203.0.113.9}, {@code 203.0.113.9:80}, {@code [2001:db8::1]:80}. */
    private static String withoutPort(@Nullable String node) {
        if (node == null) {
            return "";
        }
        return node.startsWith("[") ? node.replaceFirst("^\\[([^\\]]*)].*$", "$1") : node.replaceFirst(":.*$", "");
    }

    private static boolean isTrusted(String address, List<Network> networks) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static String withPort(String scheme, String host, int port) {
        var literal = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return port <= 0 ? literal : withoutOwnPort(scheme, literal + ":" + port);
    }

    private static String withoutOwnPort(String scheme, String authority) {
        var own = scheme.equals("https") ? ":443" : ":80";
        return authority.endsWith(own) && !authority.equals(own)
                ? authority.substring(0, authority.length() - own.length())
                : authority;
    }

    private static @Nullable String first(@Nullable String list) {
        return list == null || list.isBlank() ? null : list.split(",", 2)[0].strip();
    }

    private static @Nullable String orElse(@Nullable String preferred, @Nullable String other) {
        return preferred == null ? other : preferred;
    }

    private static @Nullable String parameter(@Nullable String forwarded, String name) {
        if (forwarded == null) {
            return null;
        }
        for (var pair : forwarded.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return pair.substring(equals + 1).strip().replace("\"", "");
            }
        }
        return null;
    }
}
