package io.github.usher.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The wall clock, but never ahead of the time that has passed since the start: where it is set years ahead while the
 * process runs, nothing is dropped for its age. What was kept too long by a clock set rightly goes after the next start.
 */
public final class SteadyClock implements InstantSource {
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final Instant start;
    private final long startNanos;

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    public SteadyClock(InstantSource clock, LongSupplier ticker) {
        this.clock = clock;
        this.ticker = ticker;
        this.start = clock.instant();
        this.startNanos = ticker.getAsLong();
    }

    @Override
    public Instant instant() {
        var wall = clock.instant();
        var steady = start.plusNanos(ticker.getAsLong() - startNanos);
        return wall.isBefore(steady) ? wall : steady;
    }
}
