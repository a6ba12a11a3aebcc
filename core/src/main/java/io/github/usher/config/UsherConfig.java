package io.github.usher.config;

import io.github.usher.form.Wildcard;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All of {@code usher.yaml}, compiled and checked. Immutable. {@link #toString()} of a part never shows a secret.
 *
 * @param file where it was read
 * @param trialEmails patterns, ignoring case
 * @param conciergeSecret verifies signed webhooks of the new platform; null: they are taken unsigned
 * @param notifies {@code notify}: who is told of things
 * @param forms in the order of the file
 * @param tests run by {@code check} and before a reload is taken
 */
public record UsherConfig(
        Path file,
        Mode mode,
        List<Wildcard> trialEmails,
        ChiliPiper chiliPiper,
        Site site,
        Store store,
        @Nullable Secret conciergeSecret,
        List<Notify> notifies,
        List<FormConfig> forms,
        List<ConfigTest> tests) {

    /**
     * @param platform of forms that name none of their own
     * @param token of forms that have none of their own; null where no form needs one
     * @param tenant the name before {@code .chilipiper.com}
     * @param baseUrl without a slash at its end; where none is written, that of {@code platform}. A form on another
     *     platform asks {@link io.github.usher.routing.Endpoint#baseUrl}
     * @param callTimeout of one call, connection to last byte; 20 s by default
     * @param callsAtOnce bound of concurrent calls; 64 by default
     * @param catchUpPerSecond rate of the rush after an outage; 5 by default
     * @param proxy null: the JVM's
     * @param bookingHosts further hosts of booking pages, lower case
     */
    public record ChiliPiper(
            Platform platform,
            String tenant,
            @Nullable Secret token,
            URI baseUrl,
            Duration callTimeout,
            int callsAtOnce,
            int catchUpPerSecond,
            @Nullable URI proxy,
            List<String> bookingHosts) {}

    /** Which product of the vendor routes: {@code chilipiper.platform}, or a form's own. */
    public enum Platform {
        LEGACY,
        DEMAND_CONVERSION;

        /** As it stands in a config. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param url how the world reaches this application, without a slash at its end; null where not said
     * @param basePath where Usher's own pages live, {@code /usher} by default
     * @param secrets sign webhook addresses; the first signs, all verify; empty: made once and kept in the store
     * @param healthToken null: health counts are never shown
     * @param trustedProxies networks whose forwarded headers are believed
     * @param perClient null: off
     * @param waitingThreads how many container threads may wait at once; 8 by default
     */
    public record Site(
            @Nullable URI url,
            String basePath,
            List<Secret> secrets,
            @Nullable Secret healthToken,
            List<Network> trustedProxies,
            @Nullable Rate perClient,
            int waitingThreads) {}

    /** @param events hand-offs per {@code window} for one client address */
    public record Rate(int events, Duration window) {}

    /** The store's settings. {@code dir}, {@code url} and {@code jndi} are null where not said. */
    public record Store(
            @Nullable Path dir,
            @Nullable String url,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable String jndi,
            Duration patience,
            long maxBytes,
            @Nullable Secret encryptionKey,
            Duration keepDelivered,
            Duration keepUndelivered) {
        /** Whether both name the same store, opened in the same way. */
        public boolean isSamePlace(Store other) {
            return Objects.equals(dir, other.dir)
                    && Objects.equals(url, other.url)
                    && Objects.equals(user, other.user)
                    && Objects.equals(password, other.password)
                    && Objects.equals(jndi, other.jndi)
                    && maxBytes == other.maxBytes
                    && Objects.equals(encryptionKey, other.encryptionKey);
        }
    }

    /** Text that is shown nowhere. */
    public record Secret(String text) {
        @Override
        public String toString() {
            return "…";
        }
    }

    /**
     * One of the config's own {@code tests}.
     *
     * @param post what is submitted, name to values
     * @param expect parts of the request that must come out, as read from the file: nested maps of texts
     * @param line where it stands in the file
     */
    public record ConfigTest(String form, Map<String, List<String>> post, Map<String, Object> expect, int line) {}
}
