package io.github.usher.aftermath;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Says each kind of thing at most once a minute, with how often it has happened. Thread-safe. */
final class Seldom {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final LongSupplier ticker;
    private final Map<String, Said> said = new HashMap<>();

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    Seldom(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** @param what one of a few fixed sentences */
    synchronized void say(Level level, String what) {
        var before = said.get(what);
        long now = ticker.getAsLong();
        if (before != null && now - before.at() < PAUSE.toNanos()) {
            said.put(what, new Said(before.at(), before.unsaid() + 1));
            return;
        }
        int more = before == null ? 0 : before.unsaid();
        said.put(what, new Said(now, 0));
        LOG.log(level, more == 0 ? what : what + " (" + more + " more of this kind since this was last said.)");
    }

    private record Said(long at, int unsaid) {}
}
