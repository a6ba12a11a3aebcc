package io.github.usher.routing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which addresses from the API may reach a browser: https on {@code chilipiper.com}, on a host under it, on a
 * configured host, or on the host of the base URL.
 *
 * <p>One exception: where the base URL itself is http on a loopback host (a sandbox), pages of that very host and port
 * may be http. Whatever two parsers might read differently is refused, not repaired: user-info, backslashes, blanks,
 * control characters, anything beyond ASCII, percent signs in the host, a trailing dot. The only ports are none, 443,
 * and one that was configured. A punycode label passes only in a configured host. Immutable.
 */
public final class BookingHosts {
    /** Longest address that is let through, in characters. */
    public static final int MAX_LENGTH = 8192;

    private static final String VENDOR = "chilipiper.com";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i:(https?))://([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?([/?#].*)?");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9]+://");

    private final List<AllowedHost> https;
    private final List<AllowedHost> http;

    /**
     * @param bookingHosts further hosts: {@code pages.example.com} means exactly that host, {@code *.example.com} every
     *     host under it (not itself); {@code :PORT} may follow, and is then the only port
     * @param baseUrl where the API is
     * @throws IllegalArgumentException if a host is none; {@link #problemWith} tells it beforehand
     */
    public BookingHosts(List<String> bookingHosts, URI baseUrl) {
        var hosts = new ArrayList<AllowedHost>();
        hosts.add(AllowedHost.exactly(VENDOR, -1));
        hosts.add(AllowedHost.under(VENDOR));
        for (var host : bookingHosts) {
            problemWith(host).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
            hosts.add(AllowedHost.parse(host));
        }
        if (baseUrl.getHost() == null) {
            this.https = List.copyOf(hosts);
            this.http = List.of();
            return;
        }
        var base = AllowedHost.exactly(baseUrl.getHost(), baseUrl.getPort());
        hosts.add(AllowedHost.exactly(base.name(), -1));
        hosts.add(base);
        this.https = List.copyOf(hosts);
        this.http = "http".equalsIgnoreCase(baseUrl.getScheme()) && base.isLoopback() ? List.of(base) : List.of();
    }

    /** One sentence where this is no host as {@code booking-hosts} takes it; otherwise empty. */
    public static Optional<String> problemWith(String bookingHost) {
        try {
            var host = AllowedHost.parse(bookingHost);
            if (host.below() && !host.name().contains(".")) {
                return Optional.of("\"" + bookingHost + "\" would trust every host under ." + host.name()
                        + ". Write a longer name, such as *.example.com.");
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("\"" + bookingHost + "\" is no host. Write a name without scheme and path, such as"
                    + " pages.example.com, or *.example.com for all under it.");
        }
    }

    /** Whether the base URL is http on this machine, so that http booking pages of it are let through. */
    public boolean isSandbox() {
        return !http.isEmpty();
    }

    /**
     * The address to go to, with scheme and host in lower case; empty where it is not trusted. Never throws.
     *
     * @param url as the API sent it
     */
    public Optional<URI> trusted(@Nullable String url) {
        if (url == null || url.length() > MAX_LENGTH || !isPlain(url)) {
            return Optional.empty();
        }
        var parts = ADDRESS.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        var host = parts.group(2).toLowerCase(Locale.ROOT);
        var port = parts.group(3) == null ? -1 : Integer.parseInt(parts.group(3));
        if (!isAllowed(scheme, host, port)) {
            return Optional.empty();
        }
        var rest = parts.group(4) == null ? "" : parts.group(4);
        return agreed(scheme + "://" + host + (port == -1 ? "" : ":" + port) + rest, host, port);
    }

    /** As {@link #trusted}, but without a scheme https is meant: {@code acme.chilipiper.com/sorry}. */
    public Optional<URI> trustedLink(@Nullable String link) {
        return trusted(link == null || SCHEME.matcher(link).lookingAt() ? link : "https://" + link);
    }

    /**
     * Sources for the {@code frame-src} of a Content-Security-Policy: every place that {@link #trusted} lets through.
     */
    public List<String> frameSources() {
        var sources = new ArrayList<String>();
        https.stream()
                .filter(host -> sources.size() < 2 || !isVendors(host))
                .forEach(host -> sources.add("https://" + host.source()));
        http.forEach(host -> sources.add("http://" + host.source()));
        return sources.stream().distinct().toList();
    }

    /** The origins of those hosts, beside the vendor's, that are named one by one and not by a wildcard. */
    List<String> exactOrigins() {
        var origins = new ArrayList<String>();
        https.stream()
                .filter(host -> !host.below() && !isVendors(host))
                .forEach(host -> origins.add("https://" + host.source()));
        http.forEach(host -> origins.add("http://" + host.source()));
        return origins;
    }

    /** The name of the host that a browser would go to, for a log line: printable, at most 100 characters. */
    static String hostForLog(String url) {
        var cut = url.substring(0, Math.min(url.length(), MAX_LENGTH));
        var rest =
                cut.replaceFirst("^[\\x00-\\x20]*[A-Za-z][A-Za-z0-9+.-]*:", "").replaceFirst("^[/\\\\]+", "");
        var authority = rest.split("[/\\\\?#]", 2)[0];
        var host = authority
                .substring(authority.lastIndexOf('@') + 1)
                .replaceFirst(":[0-9]*$", "")
                .replaceAll("[^A-Za-z0-9.\\[\\]:-]", "?");
        return host.isEmpty() ? "(none)" : host.substring(0, Math.min(host.length(), 100));
    }

    private boolean isAllowed(String scheme, String host, int port) {
        var secure = scheme.equals("https");
        return (secure ? https : http).stream().anyMatch(one -> one.matches(host, port, secure ? 443 : 80));
    }

    /** The address, if the JDK's reading of it is the one above; its host is what a browser's parser would find too. */
    private static Optional<URI> agreed(String address, String host, int port) {
        try {
            var uri = new URI(address);
            var same = host.equals(uri.getHost()) && port == uri.getPort() && uri.getRawUserInfo() == null;
            return same ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String url) {
        return url.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }

    private static boolean isVendors(AllowedHost host) {
        return host.port() == -1 && (host.name().equals(VENDOR) || host.name().endsWith("." + VENDOR));
    }
}
