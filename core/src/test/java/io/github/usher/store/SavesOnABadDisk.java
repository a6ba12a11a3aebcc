package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that saves, one after the other, on a disk that may fail, and prints of each whether the store has taken it.
 * It ends as if it were killed.
 */
final class SavesOnABadDisk {
    static final int SAVES = 60;
    private static final Duration SOON = Duration.ofMillis(20);
    private static final long AFTER_A_REFUSAL = TimeUnit.MILLISECONDS.toNanos(30);

    private SavesOnABadDisk() {}

    public static void main(String[] arguments) {
        var tomcat = Path.of(arguments[0]);
        var store = new SiteStore(TestStores.site(tomcat), Clock.systemUTC(), SOON);
        store.use(TestStores.config(null));
        for (int i = 1; i <= SAVES; i++) {
            save(store, "S" + i);
        }
        System.out.println("end");
        Runtime.getRuntime().halt(0);
    }

    private static void save(SiteStore store, String id) {
        try {
            TestStores.save(store, id, Instant.now());
            System.out.println("kept " + id);
        } catch (StoreException refused) {
            System.out.println("refused " + id + ": " + refused.getMessage());
            LockSupport.parkNanos(AFTER_A_REFUSAL);
        }
    }
}
