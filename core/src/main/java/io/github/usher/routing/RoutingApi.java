package io.github.usher.routing;

import java.util.concurrent.CompletableFuture;

/** The routing API as delivery sees it: a client, with a circuit breaker before it. Thread-safe. */
public interface RoutingApi extends RoutingClient {
    /** Whether calls are held back just now, so that nobody should wait for one. */
    boolean isOpen();

    /** {@code closed}, {@code open} or {@code half-open}, for the health page. */
    String breakerState();

    /**
     * Asks without a lead whether the API answers at all. Completes with false on any failure, never exceptionally.
     *
     * @param router whose {@code enabled} address is asked; what it says does not matter
     */
    CompletableFuture<Boolean> probe(String router);
}
