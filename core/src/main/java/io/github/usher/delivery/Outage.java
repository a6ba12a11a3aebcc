package io.github.usher.delivery;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;

/** Whether the API fails just now, and when it is asked next; each question without effect doubles the time. */
final class Outage {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int FAILURES_THAT_MAKE_ONE = 3;

    private int failuresInARow;
    private Duration pause = FIRST;
    private long nextProbe = System.nanoTime();

    /** Takes the outcome of a call; true where an outage ends with it. */
    synchronized boolean endsWith(RoutingOutcome outcome) {
        if (outcome instanceof Unavailable) {
            if (++failuresInARow == FAILURES_THAT_MAKE_ONE) {
                nextProbe = System.nanoTime() + pause.toNanos();
            }
            return false;
        }
        boolean ends = failuresInARow > 0;
        failuresInARow = 0;
        pause = FIRST;
        return ends;
    }

    synchronized boolean isOn() {
        return failuresInARow >= FAILURES_THAT_MAKE_ONE;
    }

    synchronized boolean isProbeDue() {
        return System.nanoTime() - nextProbe >= 0;
    }

    synchronized void probed() {
        nextProbe = System.nanoTime() + pause.toNanos();
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
