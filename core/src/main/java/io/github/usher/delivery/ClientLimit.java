package io.github.usher.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.usher.config.UsherConfig.Rate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** How many hand-offs one client address gets within a window: {@code site.per-client}. Bounded; thread-safe. */
final class ClientLimit {
    private static final int MOST_ADDRESSES = 50_000;

    private final Rate rate;
    private final Cache<String, Deque<Long>> byAddress;

    ClientLimit(Rate rate) {
        this.rate = rate;
        this.byAddress = Caffeine.newBuilder()
                .expireAfterWrite(rate.window())
                .maximumSize(MOST_ADDRESSES)
                .executor(Runnable::run)
                .build();
    }

    Rate rate() {
        return rate;
    }

    /** Whether that address may have one more; if so it is counted. */
    boolean allows(String address) {
        long now = System.nanoTime();
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
