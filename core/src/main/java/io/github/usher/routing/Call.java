package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One call under way: it ends once, and with it what goes on for it. Thread-safe. */
final class Call {
    /** The name under which a Jersey request carries its call. */
    static final String PROPERTY = Call.class.getName();

    private final RoutingRequest request;
    private final CompletableFuture<RoutingOutcome> outcome = new CompletableFuture<>();
    private @Nullable Future<?> deadline;
    private @Nullable HttpExchange exchange;
    private boolean ended;
    private boolean sending;

    Call(RoutingRequest request) {
        this.request = request;
    }

    RoutingRequest request() {
        return request;
    }

    CompletableFuture<RoutingOutcome> outcome() {
        return outcome;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Whether any byte of the lead may have gone out. */
    synchronized boolean isAmbiguous() {
        return sending;
    }

    /**
     * Called when the body is about to go out.
     *
     * @return false if it must not: the call has ended, or the body went out before
     */
    synchronized boolean startSending() {
        if (ended || sending) {
            return false;
        }
        sending = true;
        return true;
    }

    void endsAt(Future<?> newDeadline) {
        synchronized (this) {
            deadline = newDeadline;
            if (!ended) {
                return;
            }
        }
        newDeadline.cancel(false);
    }

    void goesOnIn(HttpExchange newExchange) {
        synchronized (this) {
            exchange = newExchange;
            if (!ended) {
                return;
            }
        }
        newExchange.cancel();
    }

    void fail(String sentence) {
        end(new Unavailable(sentence, null, isAmbiguous()));
    }

    void end(RoutingOutcome result) {
        Future<?> timer;
        HttpExchange running;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            timer = deadline;
            running = exchange;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        if (running != null) {
            running.cancel();
        }
        outcome.complete(result);
    }
}
