package io.github.usher.delivery;

import io.github.usher.config.UsherConfig.Store;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;

/** Drops what has been kept long enough: personal data stays no longer than the config says. */
public final class Retention {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration OBSERVED = Duration.ofDays(7);

    private final SubmissionStore store;
    private final InstantSource clock;

    public Retention(SubmissionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Looks once through all states. */
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
    }

    private static Duration keep(State state, Store settings) {
        if (state == State.OBSERVED) {
            return OBSERVED;
        }
        return state.isUndelivered() ? settings.keepUndelivered() : settings.keepDelivered();
    }
}
