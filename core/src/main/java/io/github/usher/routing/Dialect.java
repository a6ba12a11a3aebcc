package io.github.usher.routing;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What differs between the generations of the API: addresses, access, and what an answer means. Thread-safe. */
interface Dialect {
    static Dialect of(Endpoint endpoint, ClientSettings settings) {
        return endpoint.isLegacy() ? new LegacyDialect(settings) : new ConciergeDialect(endpoint, settings);
    }

    /** What must be said of that request without a call; null where it may go out. */
    @Nullable
    RoutingOutcome refusal(RoutingRequest request);

    /** Where that request is posted to. */
    URI address(RoutingRequest request);

    /** The header of that name; null where none is sent. */
    @Nullable
    String authorization(Destination to);

    Answers answers();

    /** What is asked without a lead, to see whether the API is there again; any answer of it will do. */
    URI probe(String router);

    /** How the router and the access to it are tried without a lead. */
    Trial trial(Destination to, String router);

    /**
     * @param body what is posted, which nobody can take for a lead; null: it is a GET
     */
    record Trial(URI address, @Nullable String body) {}
}
