package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running application's store does when the folder is not as it should be, at the start and later. */
class SiteStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SOON = Duration.ofMillis(20);
    private static final long LOOK_NANOS = 5_000_000;

    @TempDir
    private Path tomcat;

    private SiteStore store;

    @BeforeEach
    void begin() {
        store = fresh();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Nested
    class Where_it_is {
        @Test
        void first_beside_the_tomcats_own_folders_for_the_owner_alone() throws Exception {
            start(null);
            TestStores.save(store, "A", NOON);

            var folder = tomcat.resolve("usher/ROOT");
            assertThat(store.where()).isEqualTo(folder.toString());
            assertThat(permissions(tomcat.resolve("usher"))).isEqualTo("rwx------");
            assertThat(permissions(folder)).isEqualTo("rwx------");
            try (var files = Files.list(folder)) {
                assertThat(files.toList())
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
        }

        @Test
        void in_the_logs_where_that_cannot_be_made() throws Exception {
            Files.writeString(tomcat.resolve("usher"), "a file");
            start(null);

            assertThat(store.where())
                    .isEqualTo(tomcat.resolve("logs/usher/ROOT").toString());
        }

        @Test
        void at_home_where_both_cannot_be_made() throws Exception {
            Files.writeString(tomcat.resolve("usher"), "a file");
            Files.writeString(tomcat.resolve("logs"), "a file");
            start(null);

            assertThat(store.where()).isEqualTo(tomcat.resolve(".usher/ROOT").toString());
        }

        @Test
        void never_where_it_would_go_with_the_next_deployment() {
            for (var folder :
                    List.of("webapps/usher", "work", "temp/../temp/x", "../" + tomcat.getFileName() + "/webapps")) {
                start(Path.of(folder));
                assertThatThrownBy(() -> store.counts())
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("goes with the next deployment");
                store.close();
            }
        }

        @Test
        void in_a_folder_with_a_number_where_another_holds_it_and_what_that_leaves_is_taken_over() throws Exception {
            start(null);
            TestStores.save(store, "OLD", NOON);
            store.update("OLD", progress -> progress.sending(NOON));
            store.putSetting("site.secret", "old secret");

            try (var parallel = fresh()) {
                parallel.use(TestStores.config(null));
                TestStores.save(parallel, "NEW", NOON);
                assertThat(parallel.where())
                        .isEqualTo(tomcat.resolve("usher/ROOT##2").toString());
                assertThat(parallel.byId("OLD")).isEmpty();
            }
            start(null);

            assertThat(store.where()).isEqualTo(tomcat.resolve("usher/ROOT").toString());
            await(() -> store.byId("NEW").isPresent());
            assertThat(store.byTokenHash("hash-NEW")).isPresent();
            assertThat(store.byEmail("new@ae.example", 9)).hasSize(1);
            await(() -> !Files.exists(EmbeddedDatabase.fileIn(tomcat.resolve("usher/ROOT##2"))));
            assertThat(store.setting("site.secret")).contains("old secret");
        }

        @Test
        void for_each_virtual_host_and_context_another() throws Exception {
            start(null);
            var site =
                    new StoreSite("shop.example/a#b", tomcat, tomcat, getClass().getClassLoader());
            try (var other = new SiteStore(site, Clock.systemUTC(), SOON)) {
                other.use(TestStores.config(null));
                assertThat(other.where())
                        .isEqualTo(tomcat.resolve("usher/shop.example/a#b").toString());
            }
        }
    }

    @Nested
    class A_folder_that_is_not_as_it_should_be {
        @Test
        void at_the_start_is_told_and_tried_again_until_it_is() throws Exception {
            var dir = tomcat.resolve("store");
            Files.writeString(dir, "a file in its place");
            start(dir);

            assertThatThrownBy(() -> TestStores.save(store, "A", NOON))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(dir.toString())
                    .hasMessageContaining("is a file. Move it away");
            assertThat(store.where()).isEqualTo("not open");
            assertThat(store.room()).isEqualTo(SiteStore.Room.unknown());

            Files.delete(dir);
            await(() -> store.counts().waiting() == 0);
            TestStores.save(store, "A", NOON);
            assertThat(store.byId("A")).isPresent();
        }

        @Test
        void deleted_while_it_is_in_use_is_made_again_with_all_that_was_in_it() throws Exception {
            start(null);
            var kept = new TreeSet<String>();
            save("A", kept);
            delete(tomcat.resolve("usher"));

            assertThat(saveUntilRefused(kept)).contains("was moved or deleted while it was in use");

            await(() -> {
                save("C", kept);
                return true;
            });
            awaitAll(kept);
            store.close();
            start(null);
            assertThat(ids()).containsExactlyInAnyOrderElementsOf(kept);
        }

        /** They come back one after the other. */
        private void awaitAll(Set<String> kept) throws Exception {
            for (var id : kept) {
                await(() -> store.byId(id).isPresent());
            }
        }

        private void save(String id, Set<String> kept) throws Exception {
            TestStores.save(store, id, NOON);
            kept.add(id);
        }

        /** It is looked whether the file is there before a save, but not before each of those that come at once. */
        private @Nullable String saveUntilRefused(Set<String> kept) throws Exception {
            var said = new AtomicReference<@Nullable String>();
            await(() -> {
                try {
                    save("B" + kept.size(), kept);
                    return false;
                } catch (StoreException refused) {
                    said.set(refused.getMessage());
                    return true;
                }
            });
            return said.get();
        }

        @Test
        void replaced_by_a_file_while_it_is_in_use_is_told_until_that_goes() throws Exception {
            start(null);
            var kept = new TreeSet<String>();
            save("A", kept);
            delete(tomcat.resolve("usher"));
            for (var place : List.of("usher", "logs", ".usher")) {
                Files.writeString(tomcat.resolve(place), "a file");
            }

            saveUntilRefused(kept);
            await(() -> refusal().contains("can be written. Name a folder with store.dir."));

            Files.delete(tomcat.resolve("usher"));
            awaitAll(kept);
        }

        private String refusal() {
            try {
                store.counts();
                return "";
            } catch (StoreException refused) {
                return String.valueOf(refused.getMessage());
            }
        }
    }

    @Test
    void what_an_ended_process_was_sending_is_free_at_once() throws Exception {
        var folder = tomcat.resolve("usher/ROOT");
        var crashed = TestStores.embedded(folder, Clock.systemUTC());
        TestStores.save(crashed, "A", NOON);
        crashed.update("A", progress -> progress.sending(NOON));
        crashed.crash();

        start(null);
        assertThat(store.byId("A")).map(Submission::state).contains(State.SENDING);
        assertThat(store.takeUp()).isEqualTo(1);
        assertThat(store.byId("A")).map(Submission::state).contains(State.WAITING);
        assertThat(store.due(Clock.systemUTC().instant(), 9)).hasSize(1);
        assertThat(store.takeUp()).isZero();
    }

    @Test
    void a_store_that_is_full_refuses_what_is_new_and_keeps_what_it_has() throws Exception {
        store.use(TestStores.config(null, 1));

        assertThatThrownBy(() -> TestStores.save(store, "A", NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("store.max");
        assertThat(store.counts().waiting()).isZero();
    }

    @Test
    void without_a_config_it_refuses_at_once() {
        assertThatThrownBy(() -> store.counts()).isInstanceOf(StoreException.class);
    }

    @Test
    void a_config_that_names_another_store_later_is_told_apart() {
        start(null);

        assertThat(store.use(TestStores.config(null))).isTrue();
        assertThat(store.use(TestStores.config(tomcat.resolve("elsewhere")))).isFalse();
    }

    private SiteStore fresh() {
        return new SiteStore(TestStores.site(tomcat), Clock.systemUTC(), SOON);
    }

    private void start(@Nullable Path dir) {
        store.close();
        store = fresh();
        store.use(TestStores.config(dir));
    }

    private List<String> ids() throws StoreException {
        return store.page(Selection.all(), null, 99).stream()
                .map(Submission::id)
                .toList();
    }

    /** What other threads do at their own pace; a refusal meanwhile is as good as no. */
    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (StoreException notYet) {
                // It is asked again.
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError("It did not come in time.");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
