package io.github.usher.delivery;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether the API fails just now, and when it is asked next; each question without effect doubles the time. */
final class Outage {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int FAILURES_THAT_MAKE_ONE = 3;

    private final LongSupplier ticker;
    private int failuresInARow;
    /** Leads may wait that an earlier process left, or that other nodes did. */
    private boolean nothingKnownYet = true;

    private Duration pause = FIRST;
    private long nextProbe;
    private boolean trusting;
    private boolean misled;

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    Outage(LongSupplier ticker) {
        this.ticker = ticker;
        this.nextProbe = ticker.getAsLong();
    }

    /** Takes the outcome of a call; true where an outage ends with it, or may have ended before this process began. */
    synchronized boolean endsWith(RoutingOutcome outcome) {
        if (outcome instanceof Unavailable unavailable) {
            if (!unavailable.attempted()) {
                return false;
            }
            misled |= trusting;
            trusting = false;
            if (++failuresInARow == FAILURES_THAT_MAKE_ONE) {
                nextProbe = ticker.getAsLong() + pause.toNanos();
            }
            return false;
        }
        boolean ends = isOn() || nothingKnownYet;
        nothingKnownYet = false;
        failuresInARow = 0;
        trusting = false;
        misled = false;
        pause = FIRST;
        return ends;
    }

    synchronized boolean isOn() {
        return failuresInARow >= FAILURES_THAT_MAKE_ONE;
    }

    synchronized boolean isProbeDue() {
        return !misled && ticker.getAsLong() - nextProbe >= 0;
    }

    /** A probe was answered, and a lead is tried for it; should that fail, probes say nothing in this outage. */
    synchronized void trusts() {
        trusting = true;
    }

    synchronized void probed() {
        nextProbe = ticker.getAsLong() + pause.toNanos();
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
