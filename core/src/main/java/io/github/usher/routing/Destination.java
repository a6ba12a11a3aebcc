package io.github.usher.routing;

import org.jspecify.annotations.Nullable;

/**
 * Where a lead goes. It is kept with the submission, so it holds no secret: a token is looked up when the lead is sent.
 *
 * @param tokenOf for {@link Endpoint#EDGE}: the form that has a token of its own; null: the general one
 * @param sourceUrl for {@link Endpoint#CONCIERGE}: the page that the form stood on, without what is personal; null where
 *     it is not known
 */
public record Destination(
        Endpoint endpoint,
        @Nullable String tokenOf,
        @Nullable String sourceUrl) {
    private static final Destination LEGACY = new Destination(Endpoint.LEGACY, null, null);

    public static Destination legacy() {
        return LEGACY;
    }

    /** The public address, the page not known. */
    public static Destination concierge() {
        return new Destination(Endpoint.CONCIERGE, null, null);
    }

    /** @param tokenOf the form that has a token of its own; null: the general one */
    public static Destination edge(@Nullable String tokenOf) {
        return new Destination(Endpoint.EDGE, tokenOf, null);
    }

    /** The same from that page, where it takes one. */
    public Destination from(@Nullable String page) {
        return endpoint == Endpoint.CONCIERGE ? new Destination(endpoint, tokenOf, page) : this;
    }
}
