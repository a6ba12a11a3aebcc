package io.github.usher.routing;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the client of the API needs to know.
 *
 * @param baseUrl http or https, such as {@code https://api.chilipiper.com}; a slash at its end does not matter
 * @param tenant the name before {@code .chilipiper.com}
 * @param callTimeout of one call, from connecting to the last byte
 * @param callsAtOnce how many calls may be under way, at least 1; the others wait in order
 * @param proxy host and port of an HTTP proxy; null: what the JVM is set to
 * @param hosts which booking pages are trusted
 * @param tokens of the Edge API
 */
public record ClientSettings(
        URI baseUrl,
        String tenant,
        Duration callTimeout,
        int callsAtOnce,
        @Nullable URI proxy,
        BookingHosts hosts,
        Tokens tokens) {
    public ClientSettings {
        var scheme = baseUrl.getScheme();
        if (baseUrl.getHost() == null || !("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException("The base URL must be http or https with a host: " + baseUrl);
        }
        if (callTimeout.isNegative() || callTimeout.isZero()) {
            throw new IllegalArgumentException("The call timeout must be longer than nothing: " + callTimeout);
        }
        if (callsAtOnce < 1) {
            throw new IllegalArgumentException("At least one call at once must be allowed: " + callsAtOnce);
        }
        if (proxy != null && proxy.getHost() == null) {
            throw new IllegalArgumentException("The proxy must be a URL with a host, such as http://proxy:3128.");
        }
    }

    /** Without tokens. */
    public ClientSettings(
            URI baseUrl,
            String tenant,
            Duration callTimeout,
            int callsAtOnce,
            @Nullable URI proxy,
            BookingHosts hosts) {
        this(baseUrl, tenant, callTimeout, callsAtOnce, proxy, hosts, Tokens.none());
    }
}
