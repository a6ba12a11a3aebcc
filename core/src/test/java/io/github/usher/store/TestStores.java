package io.github.usher.store;

import io.github.usher.config.UsherConfig;
import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import io.github.usher.submission.Submissions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Opens stores for tests. */
final class TestStores {
    static final String APPLICATION = "ROOT";
    static final long GIGABYTE = 1L << 30;
    static final Browser BROWSER = new Browser("session", "session", "10.0.0.1", "Firefox");

    private TestStores() {}

    static JdbcStore embedded(Path folder, InstantSource clock) throws Exception {
        var locked = Objects.requireNonNull(LockedFolder.lock(folder));
        var database = new EmbeddedDatabase(locked, GIGABYTE);
        return Opening.store(database, APPLICATION, null, clock, LoneNode::new);
    }

    /** With that {@code store.dir}. */
    static EmbeddedOpener opener(Path dir, @Nullable Secret key) {
        return new EmbeddedOpener(dir, GIGABYTE, key, site(dir), Clock.systemUTC());
    }

    static StoreSite site(Path folder) {
        return new StoreSite(APPLICATION, folder, folder, TestStores.class.getClassLoader());
    }

    static UsherConfig.Store config(@Nullable Path dir) {
        return config(dir, GIGABYTE);
    }

    static UsherConfig.Store config(@Nullable Path dir, long maxBytes) {
        return new UsherConfig.Store(
                dir,
                null,
                null,
                null,
                null,
                Duration.ofSeconds(1),
                maxBytes,
                null,
                Duration.ofDays(30),
                Duration.ofDays(90));
    }

    static void save(SubmissionStore store, String id, Instant at) throws StoreException {
        save(store, id, at, Map.of("Email", id + "@ae.example"));
    }

    static void save(SubmissionStore store, String id, Instant at, Map<String, String> lead) throws StoreException {
        store.save(
                Submissions.waiting(id, at, lead),
                Repeats.of("contact", Map.of("id", id), BROWSER, null, Duration.ZERO),
                "hash-" + id);
    }

    static JdbcStore shared(String url, String application, String node, InstantSource clock) throws Exception {
        return shared(url, application, node, clock, System::nanoTime);
    }

    static JdbcStore shared(String url, String application, String node, InstantSource clock, LongSupplier ticker)
            throws Exception {
        var driver = DriverSource.of(url, null, null, TestStores.class.getClassLoader());
        var database = SharedDatabase.at(driver, application);
        return Opening.store(
                database,
                application,
                null,
                clock,
                (transactions, of, self) -> new SharingNodes(transactions, of, node, ticker));
    }
}
