package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version of H2 placed what it had written where the next start did not find it. */
class KilledAtAnyMomentTest {
    private static final int THREADS = 8;
    private static final int MOMENTS = 8;
    private static final int BETWEEN = 250;

    @TempDir
    Path folder;

    private final Map<String, State> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    /** Nothing is under way while the file is copied: whatever was acknowledged must be in it. */
    private final ReadWriteLock moment = new ReentrantReadWriteLock();

    @Test
    void the_file_holds_all_that_was_acknowledged_as_it_was_acknowledged() throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try (var store = TestStores.embedded(folder.resolve("store"), Clock.systemUTC())) {
            for (int i = 1; i <= MOMENTS; i++) {
                int upTo = i * BETWEEN;
                var work = Executors.callable(() -> work(store, upTo));
                for (var each : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                    each.get();
                }
                if (i % 2 == 0) {
                    store.takeUp();
                }
                assertThat(asFoundAfterAKill(i)).isEqualTo(new TreeMap<>(acknowledged));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void work(SubmissionStore store, int upTo) {
        for (int number = count.incrementAndGet(); number <= upTo; number = count.incrementAndGet()) {
            moment.readLock().lock();
            try {
                saveAndSend(store, "N" + number);
            } catch (StoreException failed) {
                throw new IllegalStateException(failed);
            } finally {
                moment.readLock().unlock();
            }
        }
    }

    private void saveAndSend(SubmissionStore store, String id) throws StoreException {
        TestStores.save(store, id, Instant.now());
        store.update(id, progress -> progress.sending(Instant.now()));
        store.update(id, progress -> progress.dueAt(Instant.now()));
        acknowledged.put(id, State.WAITING);
    }

    private Map<String, State> asFoundAfterAKill(int number) throws Exception {
        var copy = folder.resolve("copy" + number);
        Files.createDirectory(copy);
        moment.writeLock().lock();
        try {
            var file = EmbeddedDatabase.fileIn(folder.resolve("store"));
            Files.copy(file, EmbeddedDatabase.fileIn(copy));
            Journal.copy(file, EmbeddedDatabase.fileIn(copy));
        } finally {
            moment.writeLock().unlock();
        }
        var found = new TreeMap<String, State>();
        try (var store = TestStores.embedded(copy, Clock.systemUTC())) {
            for (var id : acknowledged.keySet()) {
                store.byId(id).ifPresent(submission -> found.put(id, submission.state()));
            }
        }
        return found;
    }
}
