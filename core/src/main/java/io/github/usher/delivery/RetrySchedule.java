package io.github.usher.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a lead is tried again after a failure that may pass: ten times within some 76 hours, then a person is asked. */
public final class RetrySchedule {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double JITTER = 0.1;

    private final RandomGenerator random;

    public RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /** The delay after that many attempts (from 1), up to a tenth longer; empty when there have been enough. */
    public Optional<Duration> after(int attempts) {
        if (attempts > DELAYS.size()) {
            return Optional.empty();
        }
        var delay = DELAYS.get(attempts - 1);
        return Optional.of(delay.plusMillis((long) (delay.toMillis() * JITTER * random.nextDouble())));
    }

    /** No next try is further away. */
    static Duration longestDelay() {
        var longest = DELAYS.get(DELAYS.size() - 1);
        return longest.plusMillis((long) (longest.toMillis() * JITTER));
    }

    /** The most attempts that one lead gets by itself. */
    static int mostAttempts() {
        return DELAYS.size() + 1;
    }
}
