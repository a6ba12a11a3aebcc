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
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads {@code chilipiper}: which platform and tenant, and how it is called. */
final class ConnectionReader {
    static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

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
        if (said && section.lacks("platform", Level.CHILIPIPER)) {
            reading.mistake(
                    section.line(),
                    "platform: is missing under chilipiper. Write platform: legacy or platform: demand-conversion.");
        }
        if (said && section.lacks("tenant", Level.CHILIPIPER)) {
            reading.mistake(
                    section.line(),
                    "tenant: is missing under chilipiper. Write tenant: acme, the name before .chilipiper.com.");
        }
        var platform = new PlatformReader(reading).platform(section, Platform.LEGACY);
        var tenant = section.setting("tenant", ConnectionReader::tenant, "");
        var token = token(section, platform, top);
        return new ChiliPiper(
                platform,
                tenant,
                token,
                baseUrl(section, PlatformReader.endpoint(platform, token).standard(tenant)),
                section.setting("call-timeout", Types::duration, Duration.ofSeconds(20)),
                section.setting("calls-at-once", Types::count, 64),
                section.setting("catch-up", Types::perSecond, 5),
                section.optional("proxy", Types::url),
                section.settings("booking-hosts", ConnectionReader::bookingHost));
    }

    /** A form that moves first needs the general token as well as its own. */
    private @Nullable Secret token(Section section, Platform platform, Section top) {
        var forms = new PlatformReader(reading);
        boolean someFormMoved = top.openSection("forms").entries().stream()
                .anyMatch(form -> form.value() instanceof MappingNode map
                        && forms.isDemandConversion(Section.open(reading, form.line(), map)));
        return forms.token(section, someFormMoved ? Platform.DEMAND_CONVERSION : platform);
    }

    /** A host of the vendor's belongs to one generation of the API: named for another, it has no effect. */
    void checkBaseUrl(Section top, ChiliPiper config, List<FormConfig> forms) {
        var section = top.openSection("chilipiper");
        var spoken = forms.stream()
                .map(form -> form.mapping().to().endpoint())
                .distinct()
                .toList();
        boolean used = spoken.stream()
                .anyMatch(endpoint ->
                        endpoint.baseUrl(config.baseUrl(), config.tenant()).equals(config.baseUrl()));
        if (section.has("base-url") && !spoken.isEmpty() && !used) {
            var endpoint = spoken.get(0);
            reading.warning(
                    section.lineOf("base-url"),
                    "base-url: " + config.baseUrl().getHost() + " is not the host of the " + endpoint.words()
                            + " and has no effect. Leave it out: "
                            + endpoint.standard(config.tenant()).getHost() + " is asked.");
        }
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
        if (!text.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")) {
            throw Types.wrong(text, "no tenant. Write only the name before .chilipiper.com, as acme.");
        }
        return text;
    }

    private URI baseUrl(Section section, URI standard) {
        var url = section.setting("base-url", Types::url, standard);
        var host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        if ("http".equalsIgnoreCase(url.getScheme()) && !LOOPBACK.contains(host)) {
            reading.warning(
                    section.lineOf("base-url"),
                    "base-url: leads go to " + host + " unencrypted over http. Write https://.");
        }
        return url;
    }
}
