package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A client that leaves an API alone which is away or asked for time: {@link #route} then completes at once with an
 * {@link Unavailable} that was not {@code attempted}. Thread-safe.
 */
public final class GuardedRoutingClient implements RoutingApi {
    private static final Duration DURING_A_TRIAL = Duration.ofSeconds(1);

    private final RoutingClient client;
    private final Breaker breaker;

    /** @param client closed with this one */
    public GuardedRoutingClient(RoutingClient client, Breaker breaker) {
        this.client = client;
        this.breaker = breaker;
    }

    @Override
    public CompletableFuture<RoutingOutcome> route(RoutingRequest request) {
        var permit = breaker.tryCall();
        if (permit.isEmpty()) {
            return CompletableFuture.completedFuture(notAsked());
        }
        return client.route(request).whenComplete((outcome, failure) -> {
            var result = failure == null
                    ? outcome
                    : new Unavailable(
                            "The call ended with " + failure.getClass().getName() + ".", null, true);
            breaker.done(permit.get(), result);
        });
    }

    /** For health. */
    public Breaker.State state() {
        return breaker.state();
    }

    @Override
    public String breakerState() {
        return state().toString();
    }

    @Override
    public CompletableFuture<Boolean> probe(RoutingRequest like) {
        return client.probe(like);
    }

    @Override
    public CompletableFuture<Rehearsal> rehearse(Destination to, String router) {
        return client.rehearse(to, router);
    }

    /** Whether a call now would not be made: what spares a visitor the wait. */
    @Override
    public boolean isOpen() {
        return breaker.isOpen();
    }

    @Override
    public void close() {
        client.close();
    }

    private Unavailable notAsked() {
        var wait = breaker.remaining();
        return Unavailable.notAsked(
                "Chili Piper was not asked: its last calls failed, or it asked for time.",
                wait.compareTo(DURING_A_TRIAL) < 0 ? DURING_A_TRIAL : wait);
    }
}
