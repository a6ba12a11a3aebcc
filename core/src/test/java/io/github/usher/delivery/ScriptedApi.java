package io.github.usher.delivery;

import io.github.usher.routing.Destination;
import io.github.usher.routing.Rehearsal;
import io.github.usher.routing.RoutingApi;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An API whose answers a test writes; what is asked of it is kept in order. */
final class ScriptedApi implements RoutingApi {
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Function<RoutingRequest, CompletableFuture<RoutingOutcome>> answer;
    volatile boolean open;
    volatile boolean reachable = true;
    final AtomicInteger probes = new AtomicInteger();

    ScriptedApi(RoutingOutcome always) {
        answerAlways(always);
    }

    void answerAlways(RoutingOutcome outcome) {
        answer = request -> CompletableFuture.completedFuture(outcome);
    }

    @Override
    public CompletableFuture<RoutingOutcome> route(RoutingRequest request) {
        asked.add(request.form().getOrDefault("LastName", "?"));
        return answer.apply(request);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public String breakerState() {
        return open ? "open" : "closed";
    }

    @Override
    public CompletableFuture<Boolean> probe(RoutingRequest like) {
        probes.incrementAndGet();
        return CompletableFuture.completedFuture(reachable);
    }

    @Override
    public CompletableFuture<Rehearsal> rehearse(Destination to, String router) {
        return CompletableFuture.completedFuture(new Rehearsal.Answers("It answers."));
    }

    @Override
    public void close() {
        open = true;
    }
}
