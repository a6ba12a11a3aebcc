package io.github.usher.routing;

import java.util.concurrent.CompletableFuture;

/**
 * Calls the routing API: exactly one POST per call of {@link #route}, on threads of its own.
 *
 * <p>Thread-safe. The future always completes, never exceptionally, within the call's time limit.
 */
public interface RoutingClient extends AutoCloseable {
    /** Sends one lead. Returns at once. */
    CompletableFuture<RoutingOutcome> route(RoutingRequest request);

    /** Ends calls in flight (their outcome is {@link RoutingOutcome.Unavailable}) and all threads. */
    @Override
    void close();
}
