package io.github.usher.delivery;

import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The leads in the store that still have to reach the API: which are due, and which become due by what has happened. */
final class WaitingLeads {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final SubmissionStore store;
    private final InstantSource clock;
    private volatile Predicate<Submission> mayBeSent = any -> true;

    WaitingLeads(SubmissionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    void onlyThose(Predicate<Submission> maySend) {
        mayBeSent = maySend;
    }

    /** Those whose next try has come, oldest first. */
    List<Submission> due(int most) throws StoreException {
        return waitingUntil(clock.instant()).stream().limit(most).toList();
    }

    /** The oldest, whenever its next try may be. */
    Optional<Submission> oldest() throws StoreException {
        return waitingUntil(Instant.MAX).stream().findFirst();
    }

    private List<Submission> waitingUntil(Instant time) throws StoreException {
        return store.due(time, Integer.MAX_VALUE).stream().filter(mayBeSent).toList();
    }

    /** One that was refused for want of access, if there is any. */
    Optional<Submission> refusedAccess() throws StoreException {
        return store.inState(State.NEEDS_YOU, Integer.MAX_VALUE).stream()
                .filter(WaitingLeads::isRefusedAccess)
                .filter(mayBeSent)
                .findFirst();
    }

    static boolean isRefusedAccess(Submission submission) {
        return submission.progress().outcome() instanceof Refused refused && refused.cause() == Refused.Cause.ACCESS;
    }

    /** After an outage all that waited for its end are due. */
    void outageEnds() {
        becomeDue(
                State.WAITING,
                waiting -> waiting.progress().outcome() instanceof Unavailable
                        || waiting.progress().attempts() == 0);
    }

    /** After a success those that were refused for want of access are no longer hopeless. */
    void accessIsBack() {
        becomeDue(State.NEEDS_YOU, WaitingLeads::isRefusedAccess);
    }

    /** After a change of the config whatever else needed a person gets one more try. */
    void configChanges() {
        becomeDue(State.NEEDS_YOU, stuck -> !isRefusedAccess(stuck));
    }

    private void becomeDue(State state, Predicate<Submission> which) {
        try {
            var now = clock.instant();
            for (var submission : store.inState(state, Integer.MAX_VALUE)) {
                if (which.test(submission)) {
                    store.update(
                            submission.id(), progress -> progress.state() == state ? progress.dueAt(now) : progress);
                }
            }
        } catch (StoreException failed) {
            LOG.log(Level.ERROR, "The store could not take up the leads that are " + state.words() + ".", failed);
        }
    }
}
