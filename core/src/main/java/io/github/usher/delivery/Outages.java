package io.github.usher.delivery;

import io.github.usher.routing.RoutingOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One {@link Outage} for each host that is asked: where one platform is away, what goes to the other says nothing of it.
 * Thread-safe.
 */
final class Outages {
    private final LongSupplier ticker;
    private final Map<String, Outage> byHost = new LinkedHashMap<>();

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    Outages(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** Takes the outcome of a call; true where an outage of that host ends with it. */
    boolean endsWith(String host, RoutingOutcome outcome) {
        return of(host).endsWith(outcome);
    }

    /** Those hosts that fail just now. */
    synchronized Map<String, Outage> on() {
        var on = new LinkedHashMap<>(byHost);
        on.values().removeIf(outage -> !outage.isOn());
        return on;
    }

    /** Whether nothing that was asked answers. */
    synchronized boolean allAreOn() {
        return !byHost.isEmpty() && byHost.values().stream().allMatch(Outage::isOn);
    }

    private synchronized Outage of(String host) {
        return byHost.computeIfAbsent(host, unknown -> new Outage(ticker));
    }
}
