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

    /**
     * Asks without a lead whether the API answers at all. Completes with false on any failure, never exceptionally.
     *
     * @param like goes where and to the router that is asked; nothing else of it is looked at
     */
    CompletableFuture<Boolean> probe(RoutingRequest like);

    /**
     * Tries the router and the access to it without making a lead, as far as the API lets one: name, network, TLS, token,
     * router. Completes within some seconds, never exceptionally.
     */
    CompletableFuture<Rehearsal> rehearse(Destination to, String router);

    /** Ends calls in flight (their outcome is {@link RoutingOutcome.Unavailable}) and all threads. */
    @Override
    void close();
}
