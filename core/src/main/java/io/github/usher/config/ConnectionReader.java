package io.github.usher.config;

import io.github.usher.config.UsherConfig.ChiliPiper;
import io.github.usher.config.UsherConfig.Platform;
import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.routing.BookingHosts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code chilipiper}: which platform and tenant, and how it is called. */
final class ConnectionReader {
    private static final URI LEGACY = URI.create("https://api.chilipiper.com");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Reading reading;

    ConnectionReader(Reading reading) {
        this.reading = reading;
    }

    ChiliPiper read(Section top) {
        if (top.lacks("chilipiper", Level.TOP)) {
            reading.mistake(
                    0, "chilipiper: is missing. It needs at least platform: legacy and tenant: YOUR-NAME below it.");
        }
        var section = top.section("chilipiper", Level.CHILIPIPER);
        boolean said = section.entries().iterator().hasNext();
        platform(section, said);
        if (said && section.lacks("tenant", Level.CHILIPIPER)) {
            reading.mistake(
                    section.line(),
                    "tenant: is missing under chilipiper. Write tenant: acme, the name before .chilipiper.com.");
        }
        return new ChiliPiper(
                Platform.LEGACY,
                section.setting("tenant", ConnectionReader::tenant, ""),
                token(section),
                baseUrl(section),
                section.setting("call-timeout", Types::duration, Duration.ofSeconds(20)),
                section.setting("calls-at-once", Types::count, 64),
                section.setting("catch-up", Types::perSecond, 5),
                section.optional("proxy", Types::url),
                section.settings("booking-hosts", ConnectionReader::bookingHost));
    }

    private void platform(Section section, boolean said) {
        if (said && section.lacks("platform", Level.CHILIPIPER)) {
            reading.mistake(section.line(), "platform: is missing under chilipiper. Write platform: legacy.");
        }
        section.optional("platform", ConnectionReader::platform);
    }

    /** The grammar knows both platforms; this version speaks one. */
    static Platform platform(String text) {
        if (text.equals("demand-conversion")) {
            throw new IllegalArgumentException(
                    "demand-conversion is not spoken by this version of Usher yet. Only legacy is.");
        }
        var names = new java.util.LinkedHashMap<String, Platform>();
        names.put("legacy", Platform.LEGACY);
        names.put("demand-conversion", Platform.DEMAND_CONVERSION);
        return Types.oneOf(text, names);
    }

    private static String bookingHost(String text) {
        BookingHosts.problemWith(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return text.toLowerCase(Locale.ROOT);
    }

    private static String tenant(String text) {
        var name = text.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[./].*$", "");
        if (text.indexOf('.') >= 0 && !name.isEmpty()) {
            throw new IllegalArgumentException("write only " + name + ", the name before .chilipiper.com.");
        }
        if (!text.matches("[A-Za-z0-9_-]+")) {
            throw Types.wrong(text, "no tenant. Write only the name before .chilipiper.com, as acme.");
        }
        return text;
    }

    /** What has no meaning here must not switch Usher off, so that not even its environment is asked. */
    private @Nullable Secret token(Section section) {
        if (section.has("token")) {
            reading.warning(section.lineOf("token"), "token: means nothing on platform legacy and is left out.");
        }
        return null;
    }

    private URI baseUrl(Section section) {
        var url = section.setting("base-url", Types::url, LEGACY);
        var host = url.getHost().toLowerCase(Locale.ROOT);
        if ("http".equalsIgnoreCase(url.getScheme()) && !LOOPBACK.contains(host)) {
            reading.warning(
                    section.lineOf("base-url"),
                    "base-url: leads go to " + host + " unencrypted over http. Write https://.");
        }
        return url;
    }
}
