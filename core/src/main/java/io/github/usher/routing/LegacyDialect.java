package io.github.usher.routing;

import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The legacy API: {@code POST {base-url}/marketing/{tenant}}, without a token. */
final class LegacyDialect implements Dialect {
    private final ClientSettings settings;
    private final RoutingAnswer answers;

    LegacyDialect(ClientSettings settings) {
        this.settings = settings;
        this.answers = new RoutingAnswer(settings.hosts(), InstantSource.system());
    }

    @Override
    public @Nullable RoutingOutcome refusal(RoutingRequest request) {
        return null;
    }

    @Override
    public URI address(RoutingRequest request) {
        return Addresses.under(settings.baseUrl(), "/marketing/" + Addresses.encode(settings.tenant()));
    }

    @Override
    public @Nullable String authorization(Destination to) {
        return null;
    }

    @Override
    public Answers answers() {
        return answers;
    }

    /** Seen in the vendor's own client, not documented. */
    @Override
    public URI probe(String router) {
        return Addresses.under(
                settings.baseUrl(),
                "/marketing/inbound-router/enabled/" + Addresses.encode(settings.tenant()) + "/"
                        + Addresses.encode(router));
    }

    @Override
    public Trial trial(Destination to, String router) {
        return new Trial(probe(router), null);
    }
}
