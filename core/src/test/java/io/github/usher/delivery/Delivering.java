package io.github.usher.delivery;

import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process that delivers, on virtual time; after a crash another one goes on with the same store. */
final class Delivering {
    static final RoutingOutcome ROUTED =
            new Routed("r", URI.create("https://acme.chilipiper.com/b"), null, AfterBooking.nothing());
    static final RoutingOutcome DOWN = new Unavailable("503.", null, false);
    static final Pace PACE = new Pace(5, 64, Duration.ofSeconds(1));

    final VirtualTime time;
    final FailingStore store;
    final ScriptedApi api;
    private SubmissionRouter router;
    private int processes = 1;

    Delivering(VirtualTime time, int capacity) {
        this.time = time;
        this.store = new FailingStore(capacity, time);
        this.api = new ScriptedApi(ROUTED);
        this.router = start();
    }

    private SubmissionRouter start() {
        var started = new SubmissionRouter(store, api, PACE, time, time, time, Runnable::run);
        time.scheduleWithFixedDelay(started::tick, 0, 1, TimeUnit.SECONDS);
        time.scheduleWithFixedDelay(started::takeUp, 0, 5, TimeUnit.SECONDS);
        time.settle();
        return started;
    }

    /** What the process had in memory is gone; the next one starts at once. */
    void crash() throws StoreException {
        time.crash();
        store.processEnds("node-" + ++processes);
        router = start();
    }

    SubmissionRouter router() {
        return router;
    }

    /** As the intake does it: saved as being sent, and sent at once; from memory where the store does not take it. */
    Submission submit(String name) {
        var lead = Map.of("LastName", name);
        var waiting = Submissions.waiting(name, time.instant(), lead);
        var submission = waiting.with(waiting.progress().sending(time.instant()));
        var repeats = Repeats.of("contact", lead, new Browser(name, null, "10.0.0.1", ""), null, Duration.ZERO);
        try {
            router.ledger().save(submission, repeats, null, Duration.ofSeconds(1));
        } catch (StoreException failed) {
            router.ledger().tell(failed);
        }
        router.route(submission);
        time.settle();
        return submission;
    }
}
