package io.github.usher.behaviour;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what another process does, by asking again and again. */
final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    static void holds(String what, Duration most, Supplier<Boolean> condition) {
        is(what, most, () -> condition.get() ? Boolean.TRUE : null);
    }

    /** The first answer that is not null. */
    static <T> T is(String what, Duration most, Supplier<@Nullable T> answer) {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            var found = answer.get();
            if (found != null) {
                return found;
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Not within " + most.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
