package io.github.usher.routing;

import java.util.concurrent.CompletableFuture;

/**
 * Calls the routing API: at most one POST per call of {@link #route}, on threads of its own.
 *
 * <p>Thread-safe. The future always completes, never exceptionally, within the call's time limit, which begins when the
 * call does: it may have to wait for its turn before. What depends on the future runs on the client's few threads, so
 * anything that blocks belongs into one of the {@code Async} methods with an executor of the caller's. Cancelling the
 * future does not end the call.
 */
public interface RoutingClient extends AutoCloseable {
    /** Sends one lead. Returns at once. */
    CompletableFuture<RoutingOutcome> route(RoutingRequest request);

    /** Ends calls in flight (their outcome is {@link RoutingOutcome.Unavailable}) and all threads. */
    @Override
    void close();
}
