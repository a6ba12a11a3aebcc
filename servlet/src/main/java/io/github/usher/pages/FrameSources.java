package io.github.usher.pages;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whose pages may be framed, as {@code frame-src} has it: all of chilipiper.com, since a page of a tenant is redirected
 * to that of its cluster, the further hosts of booking pages, and the API's own host.
 *
 * @param policy the sources, separated by blanks
 */
public record FrameSources(String policy) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)*(?::\\d{1,5})?");

    /**
     * @param bookingHosts from the config; what is no host name is left out
     * @param baseUrl of the API; where it is http on a loopback host, pages of that host and port may be framed by http
     */
    public static FrameSources of(List<String> bookingHosts, URI baseUrl) {
        var sources = new LinkedHashSet<>(List.of("https://chilipiper.com", "https://*.chilipiper.com"));
        for (var host : bookingHosts) {
            add(sources, "https", host);
        }
        var host = baseUrl.getHost() == null ? "" : baseUrl.getHost();
        var authority = baseUrl.getPort() < 0 ? host : host + ":" + baseUrl.getPort();
        if ("http".equalsIgnoreCase(baseUrl.getScheme())) {
            if (isLoopback(host)) {
                add(sources, "http", authority);
            }
        } else if (!host.toLowerCase(Locale.ROOT).endsWith(".chilipiper.com")) {
            add(sources, "https", authority);
        }
        return new FrameSources(String.join(" ", sources));
    }

    private static void add(LinkedHashSet<String> sources, String scheme, String authority) {
        var lower = authority.toLowerCase(Locale.ROOT);
        if (HOST.matcher(lower).matches()) {
            sources.add(scheme + "://" + lower);
        }
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127(?:\\.\\d{1,3}){3}");
    }
}
