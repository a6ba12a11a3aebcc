package io.github.usher.delivery;

import io.github.usher.config.UsherConfig.ChiliPiper;
import io.github.usher.routing.BookingHosts;
import io.github.usher.routing.Breaker;
import io.github.usher.routing.ClientSettings;
import io.github.usher.routing.GuardedRoutingClient;
import io.github.usher.routing.LegacyRoutingClient;
import io.github.usher.routing.RoutingApi;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.routing.RoutingRequest;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The API that the config names, behind its circuit breaker. A changed config takes effect for the next call; calls
 * under way end where they began. Thread-safe.
 */
public final class SwitchedApi implements RoutingApi {
    private final ScheduledExecutorService executor;
    /** Of earlier configs, with calls that may be under way. */
    private final Set<GuardedRoutingClient> retiring = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Settled settled;
    private volatile boolean closed;

    /** @param executor ends the client of an earlier config, once its calls are done */
    public SwitchedApi(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** A client of that config, with a breaker before it, started. */
    public static GuardedRoutingClient client(ChiliPiper config) {
        return guarded(legacy(config));
    }

    /** As {@link #client}, on its way to be warm, so that the first visitor does not wait for a second of class loading. */
    private static GuardedRoutingClient warmClient(ChiliPiper config) {
        var client = legacy(config);
        var unused = client.warmUp();
        return guarded(client);
    }

    private static GuardedRoutingClient guarded(LegacyRoutingClient client) {
        return new GuardedRoutingClient(client, new Breaker(System::nanoTime));
    }

    private static LegacyRoutingClient legacy(ChiliPiper config) {
        var hosts = new BookingHosts(config.bookingHosts(), config.baseUrl());
        var settings = new ClientSettings(
                config.baseUrl(), config.tenant(), config.callTimeout(), config.callsAtOnce(), config.proxy(), hosts);
        return new LegacyRoutingClient(settings);
    }

    /** Speaks as that config says from now on. */
    public synchronized void use(ChiliPiper config) {
        var before = settled;
        if (closed || (before != null && before.config().equals(config))) {
            return;
        }
        settled = new Settled(config, warmClient(config));
        if (before != null) {
            retiring.add(before.client());
            executor.schedule(
                    () -> retire(before.client()), before.config().callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void retire(GuardedRoutingClient client) {
        client.close();
        retiring.remove(client);
    }

    @Override
    public CompletableFuture<RoutingOutcome> route(RoutingRequest request) {
        var now = settled;
        return now == null
                ? CompletableFuture.completedFuture(
                        Unavailable.notAsked("Chili Piper was not asked: there is no config at work.", null))
                : now.client().route(request);
    }

    @Override
    public boolean isOpen() {
        var now = settled;
        return now == null || now.client().isOpen();
    }

    @Override
    public String breakerState() {
        var now = settled;
        return now == null ? "open" : now.client().breakerState();
    }

    @Override
    public CompletableFuture<Boolean> probe(String router) {
        var now = settled;
        return now == null
                ? CompletableFuture.completedFuture(false)
                : now.client().probe(router);
    }

    @Override
    public synchronized void close() {
        closed = true;
        var now = settled;
        settled = null;
        if (now != null) {
            now.client().close();
        }
        // Their time may not have come, and an executor that is stopped forgets it.
        retiring.forEach(this::retire);
    }

    private record Settled(ChiliPiper config, GuardedRoutingClient client) {}
}
