package io.github.usher.delivery;

import io.github.usher.config.UsherConfig;
import io.github.usher.routing.Destination;
import io.github.usher.routing.GuardedRoutingClient;
import io.github.usher.routing.Rehearsal;
import io.github.usher.routing.RoutingApi;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.routing.RoutingRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The APIs that the config names, each host behind its circuit breaker; a request says itself which generation it is
 * for. A changed config takes effect for the next call; calls under way end where they began. Thread-safe.
 */
public final class SwitchedApi implements RoutingApi {
    private static final String NO_CONFIG = "Chili Piper was not asked: there is no config at work.";

    private final ScheduledExecutorService executor;
    /** Of earlier configs, with calls that may be under way. */
    private final Set<ConfiguredApi> retiring = ConcurrentHashMap.newKeySet();

    private volatile @Nullable ConfiguredApi settled;
    private volatile boolean closed;

    /** @param executor ends the clients of an earlier config, once their calls are done */
    public SwitchedApi(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Speaks as that config says from now on. */
    public synchronized void use(UsherConfig config) {
        var before = settled;
        if (closed) {
            return;
        }
        var settings = ApiClients.of(config);
        var next = before != null && before.settings().equals(settings) ? before : new ConfiguredApi(settings);
        next.warm(ApiClients.spoken(config));
        settled = next;
        if (before != null && before != next) {
            retiring.add(before);
            executor.schedule(
                    () -> retire(before),
                    before.settings().config().callTimeout().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void retire(ConfiguredApi api) {
        api.close();
        retiring.remove(api);
    }

    @Override
    public CompletableFuture<RoutingOutcome> route(RoutingRequest request) {
        return client(request.to())
                .map(client -> client.route(request))
                .orElseGet(() -> CompletableFuture.completedFuture(Unavailable.notAsked(NO_CONFIG, null)));
    }

    @Override
    public boolean isOpen() {
        var now = settled;
        return now == null || now.isOpen();
    }

    @Override
    public boolean isOpen(RoutingRequest request) {
        return client(request.to()).map(GuardedRoutingClient::isOpen).orElse(true);
    }

    @Override
    public String hostOf(RoutingRequest request) {
        var now = settled;
        return now == null ? "" : now.settings().host(request.to().endpoint());
    }

    @Override
    public String breakerState() {
        var now = settled;
        return now == null ? "open" : now.breakerState();
    }

    @Override
    public CompletableFuture<Boolean> probe(RoutingRequest like) {
        return client(like.to())
                .map(client -> client.probe(like))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    @Override
    public CompletableFuture<Rehearsal> rehearse(Destination to, String router) {
        return client(to)
                .map(client -> client.rehearse(to, router))
                .orElseGet(() -> CompletableFuture.completedFuture(new Rehearsal.Away(NO_CONFIG)));
    }

    @Override
    public synchronized void close() {
        closed = true;
        var now = settled;
        settled = null;
        if (now != null) {
            now.close();
        }
        // Their time may not have come, and an executor that is stopped forgets it.
        retiring.forEach(this::retire);
    }

    private Optional<GuardedRoutingClient> client(Destination to) {
        var now = settled;
        return now == null ? Optional.empty() : now.client(to.endpoint());
    }
}
