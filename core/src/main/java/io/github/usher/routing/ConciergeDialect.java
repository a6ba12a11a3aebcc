package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Refused.Cause;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The Demand Conversion Platform, by its public address or, with a token, by the Edge API. */
final class ConciergeDialect implements Dialect {
    /** No JSON object, so that nobody can read a lead out of it; a router that is there refuses it by 400. */
    private static final String NO_LEAD = "[]";

    private final Endpoint endpoint;
    private final ClientSettings settings;
    private final ConciergeAnswer answers;

    ConciergeDialect(Endpoint endpoint, ClientSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.answers = new ConciergeAnswer(endpoint, settings.hosts(), InstantSource.system());
    }

    @Override
    public @Nullable RoutingOutcome refusal(RoutingRequest request) {
        if (!RouterSlug.isOne(request.router())) {
            return new Refused(
                    Cause.LEAD_OR_ROUTER,
                    "The router's slug came out wrong. It holds lower-case letters, digits, - and _ alone; mend router"
                            + " in the config.");
        }
        if (endpoint == Endpoint.EDGE && settings.tokens().of(request.to().tokenOf()) == null) {
            return new Refused(
                    Cause.ACCESS,
                    "The config has no token for this lead any more. Write token again, under chilipiper.");
        }
        return null;
    }

    @Override
    public URI address(RoutingRequest request) {
        var page = request.to().sourceUrl();
        var router = router(request.router());
        return page == null ? router : URI.create(router + "?sourceUrl=" + Addresses.encode(page));
    }

    @Override
    public @Nullable String authorization(Destination to) {
        var token = endpoint == Endpoint.EDGE ? settings.tokens().of(to.tokenOf()) : null;
        return token == null ? null : "Bearer " + token;
    }

    @Override
    public Answers answers() {
        return answers;
    }

    /** A GET makes nothing, and even a refusal of it shows that the API is there. */
    @Override
    public URI probe(String router) {
        return router(router);
    }

    @Override
    public Trial trial(Destination to, String router) {
        return new Trial(router(router), NO_LEAD);
    }

    private URI router(String slug) {
        var place = endpoint == Endpoint.EDGE ? "/api/fire-edge/v1/org/concierge/routers/" : "/concierge-router/";
        return Addresses.under(settings.baseUrl(), place + Addresses.encode(slug) + "/rest");
    }
}
