package io.github.usher.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Notices that the wall clock was set, by a clock that never jumps. Used by one thread at a time. */
final class WallClock {
    private static final Duration MEANT = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final LongSupplier ticker;
    private Instant time;
    private long nanos;

    WallClock(InstantSource clock, LongSupplier ticker) {
        this.clock = clock;
        this.ticker = ticker;
        this.time = clock.instant();
        this.nanos = ticker.getAsLong();
    }

    /** By how much it was set since the last call; zero where it went as clocks go. */
    Duration jump() {
        var timeNow = clock.instant();
        long nanosNow = ticker.getAsLong();
        var jump = Duration.between(time.plusNanos(nanosNow - nanos), timeNow);
        time = timeNow;
        nanos = nanosNow;
        return jump.abs().compareTo(MEANT) < 0 ? Duration.ZERO : jump;
    }
}
