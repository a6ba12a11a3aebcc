package io.github.usher.delivery;

import io.github.usher.config.UsherConfig.Rate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How many hand-offs one client address gets within a window: {@code site.per-client}. Bounded; thread-safe. */
final class ClientLimit {
    private static final int MOST_ADDRESSES = 50_000;

    private final Rate rate;
    private final LongSupplier ticker;
    private final Recent<Deque<Long>> byAddress;

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    ClientLimit(Rate rate, LongSupplier ticker) {
        this.rate = rate;
        this.ticker = ticker;
        this.byAddress = new Recent<>(rate.window(), MOST_ADDRESSES, ticker);
    }

    Rate rate() {
        return rate;
    }

    /** Whether that address may have one more; if so it is counted. */
    boolean allows(String address) {
        long now = ticker.getAsLong();
        var times = byAddress.getOrPut(address, ArrayDeque::new);
        synchronized (times) {
            while (!times.isEmpty() && now - times.peekFirst() > rate.window().toNanos()) {
                times.removeFirst();
            }
            if (times.size() >= rate.events()) {
                return false;
            }
            times.addLast(now);
            return true;
        }
    }
}
