package io.github.usher.delivery;

import io.github.usher.submission.StoreException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps what waits at its time where the clock of the machine is set. Used by one thread at a time. */
final class ClockFollower {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration LOOK_FOR_MISDATED = Duration.ofHours(1);

    private final WallClock wallClock;
    private final LongSupplier ticker;
    private final Ledger ledger;
    private final WaitingLeads leads;
    private Duration toFollow = Duration.ZERO;
    private long nextLookForMisdated;

    ClockFollower(WallClock wallClock, LongSupplier ticker, Ledger ledger, WaitingLeads leads) {
        this.wallClock = wallClock;
        this.ticker = ticker;
        this.ledger = ledger;
        this.leads = leads;
        this.nextLookForMisdated = ticker.getAsLong();
    }

    void look() throws StoreException {
        var jump = wallClock.jump();
        if (!jump.isZero()) {
            LOG.log(
                    Level.WARNING,
                    "The clock of this machine was set by " + jump
                            + ". All that waits is tried when it would have been.");
            ledger.clockWasSet(jump);
            toFollow = toFollow.plus(jump);
        }
        if (!toFollow.isZero()) {
            leads.clockWasSet(toFollow);
            toFollow = Duration.ZERO;
        }
        if (ticker.getAsLong() - nextLookForMisdated >= 0) {
            leads.takeUpMisdated();
            nextLookForMisdated = ticker.getAsLong() + LOOK_FOR_MISDATED.toNanos();
        }
    }
}
