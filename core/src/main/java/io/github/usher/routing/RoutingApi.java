package io.github.usher.routing;

/** The routing API as delivery sees it: a client, with a circuit breaker before it. Thread-safe. */
public interface RoutingApi extends RoutingClient {
    /** Whether calls are held back just now, so that nobody should wait for one. */
    boolean isOpen();

    /** {@code closed}, {@code open} or {@code half-open}, for the health page. */
    String breakerState();

    /** As {@link #isOpen()}, for the host that this request goes to. */
    default boolean isOpen(RoutingRequest request) {
        return isOpen();
    }

    /**
     * The host that this request goes to, as something to compare: where it is away, all that goes there waits. The
     * generations of the API may have a host each.
     */
    default String hostOf(RoutingRequest request) {
        return "";
    }
}
