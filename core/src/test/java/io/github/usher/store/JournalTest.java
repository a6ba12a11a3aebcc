package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.store.JournalFile.Entry;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was changed lies in a journal until the database's own file has it. */
class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int LEADS = 30;

    @TempDir
    private Path folder;

    @Nested
    class A_file {
        @Test
        void gives_back_each_kind_of_parameter() throws Exception {
            var all = Arrays.<Object>asList("Müller", 7L, 8, null, new Sql.Missing(Types.BIGINT), "");

            write(change("insert", all.toArray()));

            assertThat(read()).containsExactly(new Entry(1, List.of(new Change("insert", all))));
        }

        @Test
        void gives_back_bytes() throws Exception {
            write(change("insert", new byte[] {0, -1, 127}));

            assertThat((byte[]) read().get(0).changes().get(0).parameters().get(0))
                    .containsExactly(0, -1, 127);
        }

        @Test
        void cut_off_anywhere_gives_back_all_that_came_whole_before() throws Exception {
            write(change("one", "a"), change("two", "b"), change("six", "c"));
            var whole = Files.readAllBytes(first());
            for (int length = whole.length - 1; length >= 0; length--) {
                Files.write(first(), Arrays.copyOf(whole, length));
                assertThat(read()).as("cut to " + length).hasSize(3 * length / whole.length);
            }
        }

        @Test
        void with_a_broken_byte_anywhere_gives_back_nothing_that_was_not_written() throws Exception {
            write(change("one", "a"), change("two", "b"));
            var sound = read();
            var whole = Files.readAllBytes(first());
            for (int at = 0; at < whole.length; at++) {
                var broken = whole.clone();
                broken[at] ^= 1;
                Files.write(first(), broken);
                var found = read();
                assertThat(found).as("broken at " + at).hasSizeLessThan(2).isEqualTo(sound.subList(0, found.size()));
            }
        }

        @Test
        void goes_on_after_the_last_whole_entry() throws Exception {
            write(change("one", "a"), change("two", "b"));
            try (var file = new RandomAccessFile(first().toFile(), "rw")) {
                file.setLength(file.length() - 1);
            }

            try (var journal = new Journal(database())) {
                assertThat(journal.read()).hasSize(1);
                journal.add(2, List.of(change("again", "b")));
                journal.write();
            }

            assertThat(read())
                    .extracting(entry -> entry.changes().get(0).statement())
                    .containsExactly("one", "again");
        }

        private void write(Change... changes) throws Exception {
            try (var journal = new Journal(database())) {
                for (var change : changes) {
                    journal.add(journal.next(), List.of(change));
                }
                journal.write();
            }
        }

        private List<Entry> read() throws Exception {
            try (var journal = new Journal(database())) {
                return journal.read();
            }
        }

        private static Change change(String statement, Object... parameters) {
            return Change.of(statement, parameters);
        }
    }

    @Nested
    class A_store {
        @Test
        void that_ended_before_its_file_was_written_has_all_of_it_and_has_it_once() throws Exception {
            try (var store = TestStores.embedded(folder, Clock.systemUTC())) {
                save(store);
                store.update("S0", progress -> progress.sending(NOON));
                assertThat(Files.size(first())).as("what the journal holds").isPositive();
                store.crash();
            }

            for (int start = 1; start <= 2; start++) {
                try (var store = TestStores.embedded(folder, Clock.systemUTC())) {
                    assertThat(store.count(Selection.all())).isEqualTo(LEADS);
                    assertThat(store.byTokenHash("hash-S7")).map(Submission::id).contains("S7");
                    assertThat(store.byId("S0")).map(Submission::state).contains(State.SENDING);
                    store.crash();
                }
            }
        }

        @Test
        void whose_leads_were_changed_by_many_at_once_does_it_again_in_the_same_order() throws Exception {
            int changes = 400;
            try (var store = TestStores.embedded(folder, Clock.systemUTC())) {
                save(store);
                store.update("S0", progress -> progress.dueAt(NOON));
                var pool = Executors.newFixedThreadPool(8);
                var made = new ArrayList<Future<?>>();
                for (int i = 0; i < changes; i++) {
                    made.add(pool.submit(() -> store.update("S0", progress -> progress.dueAt(aSecondAfter(progress)))));
                }
                for (var one : made) {
                    one.get();
                }
                pool.shutdown();
                store.crash();
            }

            try (var store = TestStores.embedded(folder, Clock.systemUTC())) {
                assertThat(store.byId("S0").orElseThrow().progress().nextTry()).isEqualTo(NOON.plusSeconds(changes));
            }
        }

        private static Instant aSecondAfter(Progress progress) {
            return Objects.requireNonNull(progress.nextTry()).plusSeconds(1);
        }

        @Test
        void that_ended_again_and_again_while_its_file_was_written_lacks_nothing() throws Exception {
            var expected = new TreeSet<String>();
            for (int start = 0; start < 5; start++) {
                try (var store = TestStores.embedded(folder, Clock.systemUTC())) {
                    for (int i = 0; i < LEADS; i++) {
                        var id = "S" + start + "-" + i;
                        TestStores.save(store, id, NOON);
                        expected.add(id);
                        if (i == start * LEADS / 5) {
                            store.takeUp();
                        }
                    }
                    store.crash();
                }
            }
            try (var store = TestStores.embedded(folder, Clock.systemUTC())) {
                assertThat(store.page(Selection.all(), null, 999))
                        .extracting(Submission::id)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }

        @Test
        void whose_file_is_nothing_any_more_has_what_the_journal_holds() throws Exception {
            try (var store = TestStores.embedded(folder.resolve("usher/ROOT"), Clock.systemUTC())) {
                save(store);
                store.crash();
            }
            var file = EmbeddedDatabase.fileIn(folder.resolve("usher/ROOT"));
            Files.writeString(file, "These are the minutes of our last meeting.\n".repeat(500));

            try (var store = new SiteStore(TestStores.site(folder), Clock.systemUTC(), Duration.ofMillis(20))) {
                store.use(TestStores.config(null));
                SiteStoreTest.await(() -> store.count(Selection.all()) == LEADS);
            }
        }

        @Test
        void whose_journal_is_taken_away_goes_on_and_lacks_nothing() throws Exception {
            try (var store = new SiteStore(TestStores.site(folder), Clock.systemUTC(), Duration.ofMillis(20))) {
                store.use(TestStores.config(null));
                TestStores.save(store, "A", NOON);
                Journal.delete(EmbeddedDatabase.fileIn(Path.of(store.where())));

                var kept = new TreeSet<>(Set.of("A"));
                SiteStoreTest.await(() -> {
                    var id = "B" + kept.size();
                    TestStores.save(store, id, NOON);
                    kept.add(id);
                    return Journal.filesOf(EmbeddedDatabase.fileIn(Path.of(store.where()))).stream()
                            .allMatch(Files::exists);
                });

                assertThat(store.page(Selection.all(), null, 9_999))
                        .extracting(Submission::id)
                        .containsExactlyInAnyOrderElementsOf(kept);
            }
        }

        @Test
        void keeps_nothing_of_who_was_erased_in_its_journal_for_longer_than_some_seconds() throws Exception {
            try (var store = TestStores.embedded(folder, Clock.systemUTC())) {
                TestStores.save(store, "GONE", NOON);
                assertThat(journal()).contains("GONE");

                store.erase("gone@ae.example");

                SiteStoreTest.await(() -> {
                    store.takeUp();
                    return !journal().contains("GONE");
                });
            }
        }

        private void save(JdbcStore store) throws Exception {
            for (int i = 0; i < LEADS; i++) {
                TestStores.save(store, "S" + i, NOON.plusSeconds(i));
            }
        }

        private String journal() throws Exception {
            var text = new StringBuilder();
            for (var file : Journal.filesOf(database())) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        }
    }

    private Path database() {
        return EmbeddedDatabase.fileIn(folder);
    }

    private Path first() {
        return Journal.filesOf(database()).get(0);
    }
}
