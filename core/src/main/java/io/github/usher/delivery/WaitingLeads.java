package io.github.usher.delivery;

import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The leads in the store that still have to reach the API: which are due, and which become due by what has happened. They
 * are read in pages: a look holds some dozens in memory, however many wait.
 */
final class WaitingLeads {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final int PAGE = 50;
    private static final int PAGES_A_LOOK = 4;

    private final SubmissionStore store;
    private final InstantSource clock;
    private volatile Predicate<Submission> mayBeSent = any -> true;
    /** When the rush that is on began; null where none is. */
    private @Nullable Instant rushSince;

    private int rushed;
    /** How far the rush, or a look that found only such as may not be sent, has come; null: begin at the oldest. */
    private @Nullable Submission reached;

    WaitingLeads(SubmissionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    synchronized void onlyThose(Predicate<Submission> maySend) {
        mayBeSent = maySend;
        reached = null;
    }

    boolean maySend(Submission submission) {
        return mayBeSent.test(submission);
    }

    /**
     * All that wait are to be tried once, oldest first, whenever their next try would be. What comes after this moment
     * keeps to its own time: were it tried again at once, a few leads that the API does not take would look like an
     * outage.
     *
     * @return false where that is under way already
     */
    synchronized boolean rush() {
        if (rushSince != null) {
            return false;
        }
        reached = null;
        rushed = 0;
        rushSince = clock.instant();
        return true;
    }

    /** The API fails again: those that are left wait for the next end, or for their own time. */
    synchronized void endRush() {
        rushSince = null;
        reached = null;
    }

    /** Whether there is anything to be sent. */
    synchronized boolean someWait() throws StoreException {
        return rushSince != null || !store.due(clock.instant(), 1).isEmpty();
    }

    /** Those to be sent next, oldest first. */
    synchronized List<Submission> next(int most) throws StoreException {
        if (rushSince == null) {
            var look = look(Selection.due(clock.instant()), most, any -> true);
            // Where many may not be sent, the next look goes on behind them, and not through all of them each second.
            reached = look.toTheEnd() || !look.found().isEmpty() ? null : look.after();
            return look.found();
        }
        var look = look(Selection.in(State.WAITING), most, isOfRush(rushSince));
        reached = look.after();
        rushed += look.found().size();
        if (look.toTheEnd()) {
            endRush();
            if (rushed > 0) {
                LOG.log(Level.INFO, "All leads that waited have been tried once more; they were " + rushed + ".");
            }
        }
        return look.found();
    }

    /** Not those that came since. A lead of the future was there before: the clock has been set. */
    private Predicate<Submission> isOfRush(Instant since) {
        var now = clock.instant();
        return submission -> submission.acceptedAt().isBefore(since)
                || submission.acceptedAt().isAfter(now);
    }

    private Look look(Selection selection, int most, Predicate<Submission> which) throws StoreException {
        var found = new ArrayList<Submission>();
        var after = reached;
        for (int pages = 0; pages < PAGES_A_LOOK && found.size() < most; pages++) {
            var page = store.page(selection, after, PAGE);
            for (var submission : page) {
                if (found.size() == most) {
                    return new Look(found, after, false);
                }
                after = submission;
                if (mayBeSent.test(submission) && which.test(submission)) {
                    found.add(submission);
                }
            }
            if (page.size() < PAGE) {
                return new Look(found, after, true);
            }
        }
        return new Look(found, after, false);
    }

    /** The wall clock was set: what was to be tried in half an hour is still to be tried in half an hour. */
    void clockWasSet(Duration by) throws StoreException {
        store.each(Selection.in(State.WAITING), submission -> {
            store.update(submission.id(), progress -> later(progress, by));
            return true;
        });
    }

    static Progress later(Progress progress, Duration by) {
        var nextTry = progress.nextTry();
        return progress.state() != State.WAITING || nextTry == null ? progress : progress.withNextTry(nextTry.plus(by));
    }

    /** Those whose next try is further away than any that the schedule sets: the clock was set while nobody looked. */
    void takeUpMisdated() throws StoreException {
        var now = clock.instant();
        var end = now.plus(RetrySchedule.longestDelay());
        store.each(Selection.in(State.WAITING), submission -> {
            var nextTry = submission.progress().nextTry();
            if (nextTry != null && nextTry.isAfter(end)) {
                store.update(
                        submission.id(),
                        progress -> progress.state() == State.WAITING ? progress.withNextTry(now) : progress);
            }
            return true;
        });
    }

    /** Says that this node lives, and frees what dead ones were sending. */
    void takeUp() throws StoreException {
        int freed = store.takeUp();
        if (freed > 0) {
            LOG.log(
                    Level.INFO,
                    (freed == 1 ? "1 lead was" : freed + " leads were")
                            + " under way where a process ended; tried again from here.");
        }
    }

    /** The oldest of those, whenever its next try may be. */
    Optional<Submission> oldest(Predicate<Submission> which) throws StoreException {
        return first(State.WAITING, which);
    }

    /** One that was refused for want of access, if there is any. */
    Optional<Submission> refusedAccess() throws StoreException {
        return first(State.NEEDS_YOU, WaitingLeads::isRefusedAccess);
    }

    private Optional<Submission> first(State state, Predicate<Submission> which) throws StoreException {
        var found = new ArrayList<Submission>();
        store.each(Selection.in(state), submission -> {
            if (which.test(submission) && mayBeSent.test(submission)) {
                found.add(submission);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    static boolean isRefusedAccess(Submission submission) {
        return submission.progress().outcome() instanceof Refused refused && refused.cause() == Refused.Cause.ACCESS;
    }

    /** After a success those that were refused for want of access are no longer hopeless. */
    void accessIsBack() {
        becomeDue(WaitingLeads::isRefusedAccess);
    }

    /** After a change of the config whatever else needed a person gets one more try. */
    void configChanges() {
        becomeDue(stuck -> !isRefusedAccess(stuck));
    }

    private void becomeDue(Predicate<Submission> which) {
        try {
            var now = clock.instant();
            store.each(Selection.in(State.NEEDS_YOU), submission -> {
                if (which.test(submission)) {
                    store.update(
                            submission.id(),
                            progress -> progress.state() == State.NEEDS_YOU ? progress.dueAt(now) : progress);
                }
                return true;
            });
        } catch (StoreException failed) {
            LOG.log(Level.ERROR, "The store could not take up the leads that need you.", failed);
        }
    }

    /** @param after the last one seen */
    private record Look(List<Submission> found, @Nullable Submission after, boolean toTheEnd) {}
}
