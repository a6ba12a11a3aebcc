package io.github.usher.store;

import java.time.Instant;

/** Times as the database keeps them: nanoseconds since 1970, which last until 2262; whatever is beyond is the end. */
final class Times {
    private static final long NANOS = 1_000_000_000L;

    private Times() {}

    static long nanos(Instant time) {
        try {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
        } catch (ArithmeticException beyond) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
