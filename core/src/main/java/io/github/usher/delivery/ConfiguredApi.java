package io.github.usher.delivery;

import io.github.usher.routing.Breaker;
import io.github.usher.routing.Breaker.State;
import io.github.usher.routing.Endpoint;
import io.github.usher.routing.GuardedRoutingClient;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The clients of one config: one for each generation of the API that is spoken, made when it is first needed, and one
 * breaker for each host. Thread-safe.
 */
final class ConfiguredApi {
    private final ApiClients settings;
    private final Map<Endpoint, GuardedRoutingClient> clients = new EnumMap<>(Endpoint.class);
    private final Map<String, Breaker> breakers = new HashMap<>();
    private boolean closed;

    ConfiguredApi(ApiClients settings) {
        this.settings = settings;
    }

    ApiClients settings() {
        return settings;
    }

    /** Empty once it is closed. */
    synchronized Optional<GuardedRoutingClient> client(Endpoint endpoint) {
        return closed ? Optional.empty() : Optional.of(clients.computeIfAbsent(endpoint, this::open));
    }

    /** Gets those on their way to be warm, so that the first visitor does not wait for a second of class loading. */
    void warm(Set<Endpoint> endpoints) {
        endpoints.forEach(this::client);
    }

    /** Whether no host of those in use is asked just now. */
    boolean isOpen() {
        var all = breakers();
        return !all.isEmpty() && all.stream().allMatch(Breaker::isOpen);
    }

    /** The worst of its hosts. */
    String breakerState() {
        var states = breakers().stream().map(Breaker::state).toList();
        for (var state : List.of(State.OPEN, State.HALF_OPEN)) {
            if (states.contains(state)) {
                return state.toString();
            }
        }
        return State.CLOSED.toString();
    }

    void close() {
        List<GuardedRoutingClient> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(clients.values());
            clients.clear();
        }
        open.forEach(GuardedRoutingClient::close);
    }

    private synchronized List<Breaker> breakers() {
        return List.copyOf(breakers.values());
    }

    private GuardedRoutingClient open(Endpoint endpoint) {
        var client = settings.client(endpoint);
        var unused = client.warmUp();
        var breaker = breakers.computeIfAbsent(settings.host(endpoint), host -> new Breaker(System::nanoTime));
        return new GuardedRoutingClient(client, breaker);
    }
}
