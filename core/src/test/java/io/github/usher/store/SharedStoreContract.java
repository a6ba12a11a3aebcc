package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.submission.Repeats;
import io.github.usher.submission.Saved;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import io.github.usher.submission.SubmissionStoreContract;
import io.github.usher.submission.Submissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every shared database does; each test is an application of its own in the same one. */
abstract class SharedStoreContract extends SubmissionStoreContract {
    private static final AtomicInteger APPLICATIONS = new AtomicInteger();
    final String application = "localhost/app-" + APPLICATIONS.incrementAndGet();
    private long nanos = Duration.ofHours(1).toNanos();

    abstract String url();

    @Override
    protected SubmissionStore open(InstantSource clock) throws Exception {
        return node("one");
    }

    private JdbcStore node(String name) throws Exception {
        return TestStores.shared(url(), application, name, () -> now, () -> nanos);
    }

    @Nested
    class Several_nodes {
        @Test
        void see_each_others_submissions_and_settings() throws Exception {
            try (var two = node("two")) {
                TestStores.save(store, "A", NOON);
                var made = store.settingOrPut("site.secret", "made by one");

                assertThat(two.byId("A")).isPresent();
                assertThat(two.byTokenHash("hash-A")).isPresent();
                assertThat(two.settingOrPut("site.secret", "made by two")).isEqualTo(made);
            }
        }

        @Test
        void save_the_same_values_at_once_as_one_submission() throws Exception {
            try (var two = node("two")) {
                var threads = Executors.newFixedThreadPool(8);
                try {
                    var lead = Map.of("Email", "ada@ae.example");
                    var saves = IntStream.range(0, 32)
                            .mapToObj(i -> (Callable<Saved>) () -> saveAt(i % 2 == 0 ? store : two, "S" + i, lead))
                            .toList();
                    int fresh = 0;
                    for (var saved : threads.invokeAll(saves)) {
                        fresh += saved.get() instanceof Saved.Fresh ? 1 : 0;
                    }
                    assertThat(fresh).isEqualTo(1);
                } finally {
                    threads.shutdownNow();
                }
            }
        }

        @Test
        void free_what_a_dead_one_was_sending_after_half_a_minute_of_their_own_watch() throws Exception {
            var two = node("two");
            two.takeUp();
            TestStores.save(two, "A", NOON);
            two.update("A", progress -> progress.sending(now));

            assertThat(watch(store, Duration.ofSeconds(29))).isZero();
            assertThat(store.byId("A")).map(Submission::state).contains(State.SENDING);
            assertThat(watch(store, Duration.ofSeconds(1))).isEqualTo(1);

            assertThat(store.byId("A")).map(Submission::state).contains(State.WAITING);
            assertThat(store.due(now, 9)).hasSize(1);
            assertThat(beats("two")).as("it is forgotten").isEmpty();
            two.crash();
        }

        @Test
        void say_each_five_seconds_that_they_live() throws Exception {
            watch(store, Duration.ofSeconds(14));

            assertThat(beats("one")).containsExactly(2L);
        }

        @Test
        void never_free_what_one_that_is_alive_is_sending_whatever_the_wall_clock_says() throws Exception {
            try (var two = node("two")) {
                TestStores.save(two, "A", NOON);
                two.update("A", progress -> progress.sending(now));
                now = NOON.plus(Duration.ofDays(3_650));

                for (int i = 0; i < 20; i++) {
                    nanos += SharingNodes.BEAT.toNanos();
                    assertThat(two.takeUp()).isZero();
                    assertThat(store.takeUp()).isZero();
                }
                assertThat(store.byId("A")).map(Submission::state).contains(State.SENDING);
            }
        }

        @Test
        void hear_at_once_of_one_that_ends_in_order() throws Exception {
            var two = node("two");
            two.takeUp();
            TestStores.save(two, "A", NOON);
            two.update("A", progress -> progress.sending(now));

            two.close();

            assertThat(store.byId("A")).map(Submission::state).contains(State.WAITING);
            assertThat(beats("two")).as("it is forgotten").isEmpty();
        }

        @Test
        void take_one_back_that_was_thought_dead() throws Exception {
            try (var two = node("two")) {
                two.takeUp();
                watch(store, Duration.ofSeconds(60));
                TestStores.save(two, "B", NOON);
                two.update("B", progress -> progress.sending(now));

                assertThat(two.takeUp()).isZero();
                nanos += SharingNodes.BEAT.toNanos();
                assertThat(store.takeUp()).isZero();
                assertThat(store.byId("B")).map(Submission::state).contains(State.SENDING);
            }
        }

        private List<Long> beats(String node) throws Exception {
            return ((JdbcStore) store)
                    .transactions()
                    .read(connection -> Sql.query(
                            connection,
                            Sql::number,
                            "select beats from usher_node where application = ? and node = ?",
                            application,
                            node));
        }

        private int watch(SubmissionStore watching, Duration time) throws Exception {
            int freed = watching.takeUp();
            for (long second = 0; second < time.toSeconds(); second++) {
                nanos += Duration.ofSeconds(1).toNanos();
                freed += watching.takeUp();
            }
            return freed;
        }
    }

    @Nested
    class A_database_that_refuses_a_row {
        @Test
        void quotes_nothing_of_it_in_what_is_told() throws Exception {
            try (var connection = DriverManager.getConnection(url());
                    var statement = connection.createStatement()) {
                statement.execute("alter table usher_submission add constraint refuses" + APPLICATIONS.incrementAndGet()
                        + " check (application <> '" + application + "')");
            }

            LeakTest.assertQuotesNothing(store);
        }
    }

    private Saved saveAt(SubmissionStore at, String id, Map<String, String> lead) throws Exception {
        return at.save(
                Submissions.waiting(id, now, lead),
                Repeats.of("contact", lead, TestStores.BROWSER, null, Duration.ZERO),
                null);
    }
}
