package io.github.usher.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.usher.config.UsherConfig.Rate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.LongSupplier;

/** How many hand-offs one client address gets within a window: {@code site.per-client}. Bounded; thread-safe. */
final class ClientLimit {
    private static final int MOST_ADDRESSES = 50_000;

    private final Rate rate;
    private final LongSupplier ticker;
    private final Cache<String, Deque<Long>> byAddress;

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    ClientLimit(Rate rate, LongSupplier ticker) {
        this.rate = rate;
        this.ticker = ticker;
        this.byAddress = Caffeine.newBuilder()
                .expireAfterWrite(rate.window())
                .ticker(ticker::getAsLong)
                .maximumSize(MOST_ADDRESSES)
                .executor(Runnable::run)
                .build();
    }

    Rate rate() {
        return rate;
    }

    /** Whether that address may have one more; if so it is counted. */
    boolean allows(String address) {
        long now = ticker.getAsLong();
        var times = Objects.requireNonNull(byAddress.get(address, any -> new ArrayDeque<>()));
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
