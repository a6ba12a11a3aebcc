package io.github.usher.delivery;

import io.github.usher.config.UsherConfig.Store;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Drops what has been kept long enough: personal data stays no longer than the config says. Used by one thread. */
public final class Retention {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration OBSERVED = Duration.ofDays(7);
    private static final Duration ANNOUNCED_BEFORE = Duration.ofDays(14);
    private static final Duration ANNOUNCED_EACH = Duration.ofDays(1);
    private static final Selection UNDELIVERED = Selection.in(
            Arrays.stream(State.values()).filter(State::isUndelivered).toArray(State[]::new));

    private final SubmissionStore store;
    private final InstantSource clock;
    private @Nullable Instant announced;

    /** @param clock one that never runs ahead: see {@link SteadyClock} */
    public Retention(SubmissionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Looks once through all states, and announces once a day what will be dropped undelivered. */
    public void apply(Store settings) throws StoreException {
        int undelivered = 0;
        for (var state : State.values()) {
            int dropped = store.forget(state, clock.instant().minus(keep(state, settings)));
            undelivered += state.isUndelivered() ? dropped : 0;
        }
        if (undelivered > 0) {
            LOG.log(
                    Level.ERROR,
                    undelivered + " leads were dropped undelivered: they were older than store.keep-undelivered ("
                            + settings.keepUndelivered().toDays() + " days).");
        }
        announce(settings);
    }

    private void announce(Store settings) throws StoreException {
        var now = clock.instant();
        var before = announced;
        if (before != null && Duration.between(before, now).compareTo(ANNOUNCED_EACH) < 0) {
            return;
        }
        var old =
                UNDELIVERED.acceptedBefore(now.minus(settings.keepUndelivered()).plus(ANNOUNCED_BEFORE));
        var oldest = store.page(old, null, 1);
        if (oldest.isEmpty()) {
            return;
        }
        announced = now;
        int count = store.count(old);
        var left = Duration.between(now, oldest.get(0).acceptedAt().plus(settings.keepUndelivered()));
        LOG.log(
                Level.WARNING,
                count + (count == 1 ? " lead has" : " leads have") + " not reached Chili Piper and will be dropped, the"
                        + " first (" + oldest.get(0).id() + ") in " + Math.max(0, left.toDays())
                        + " days: store.keep-undelivered is "
                        + settings.keepUndelivered().toDays() + " days. Send them with: submissions retry CONFIG "
                        + oldest.get(0).id() + ". Or keep them: submissions export CONFIG.");
    }

    private static Duration keep(State state, Store settings) {
        if (state == State.OBSERVED) {
            return OBSERVED;
        }
        return state.isUndelivered() ? settings.keepUndelivered() : settings.keepDelivered();
    }
}
