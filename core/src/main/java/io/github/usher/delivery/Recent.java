package io.github.usher.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was written lately, by its key: forgotten some time after it was written last, and the longest unwritten first
 * where it is too much. Thread-safe.
 *
 * <p>Why not a cache library: of those the classes alone take a tenth of the jar, and a noticeable part of the start.
 *
 * @param <V> what is kept
 */
public final class Recent<V> {
    private final long nanos;
    private final int most;
    private final LongSupplier ticker;
    /** In the order of the times at which they were written. */
    private final Map<String, Written<V>> byKey = new LinkedHashMap<>();

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    public Recent(Duration time, int most, LongSupplier ticker) {
        this(time.toNanos(), most, ticker);
    }

    private Recent(long nanos, int most, LongSupplier ticker) {
        this.nanos = nanos;
        this.most = most;
        this.ticker = ticker;
    }

    /** Forgets for want of room alone. */
    public static <V> Recent<V> most(int most) {
        return new Recent<>(Long.MAX_VALUE, most, () -> 0);
    }

    public synchronized @Nullable V get(String key) {
        var written = byKey.get(key);
        return written == null || isOver(written, ticker.getAsLong()) ? null : written.value();
    }

    public synchronized void put(String key, V value) {
        long now = ticker.getAsLong();
        byKey.remove(key);
        byKey.put(key, new Written<>(value, now));
        var eldest = byKey.values().iterator();
        while (eldest.hasNext() && (isOver(eldest.next(), now) || byKey.size() > most)) {
            eldest.remove();
        }
    }

    /** Does nothing where there is none of that key. */
    public synchronized void replace(String key, V value) {
        if (get(key) != null) {
            put(key, value);
        }
    }

    /** Whether there was none of that key. */
    public synchronized boolean putIfAbsent(String key, V value) {
        if (get(key) != null) {
            return false;
        }
        put(key, value);
        return true;
    }

    public synchronized V getOrPut(String key, Supplier<V> value) {
        var there = get(key);
        if (there != null) {
            return there;
        }
        var put = value.get();
        put(key, put);
        return put;
    }

    /** Puts it beside what is there, as {@link Map#merge} does. */
    public synchronized void merge(String key, V value, BinaryOperator<V> both) {
        var there = get(key);
        put(key, there == null ? value : both.apply(there, value));
    }

    /** The longest unwritten first. */
    public synchronized List<V> values() {
        long now = ticker.getAsLong();
        return byKey.values().stream()
                .filter(written -> !isOver(written, now))
                .map(Written::value)
                .toList();
    }

    private boolean isOver(Written<V> written, long now) {
        return now - written.at() >= nanos;
    }

    private record Written<V>(V value, long at) {}
}
