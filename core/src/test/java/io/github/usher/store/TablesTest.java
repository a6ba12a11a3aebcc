package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.submission.Repeats;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submissions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in the tables, and what becomes of it when a transaction does not end. */
class TablesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private JdbcStore store;

    @BeforeEach
    void open() throws Exception {
        store = TestStores.embedded(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothing_is_left_of_what_is_erased_not_even_a_hash() throws Exception {
        var lead = Map.of("Email", "ada@ae.example");
        store.save(
                Submissions.waiting("A", NOON, lead),
                Repeats.of("contact", lead, TestStores.BROWSER, "ada@ae.example", Duration.ofHours(1)),
                "hash-A");
        for (var table : new String[] {"usher_submission", "usher_key", "usher_email"}) {
            assertThat(rows(table)).as(table).isPositive();
        }

        assertThat(store.erase("ada@ae.example")).isEqualTo(1);

        for (var table : new String[] {"usher_submission", "usher_key", "usher_email"}) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    @Test
    void what_fails_halfway_leaves_nothing() throws Exception {
        assertThatThrownBy(() -> store.transactions().write(connection -> {
                    var lead = Submissions.waiting("A", NOON, Map.of());
                    store.rows(connection).insert(lead, Sealed.of(lead, store.seal()), null);
                    throw new StoreException("Something else went wrong.");
                }))
                .hasMessage("Something else went wrong.");

        assertThat(store.byId("A")).isEmpty();
    }

    @Test
    void a_thread_that_was_told_to_stop_saves_all_the_same_and_hears_of_it_afterwards() throws Exception {
        Thread.currentThread().interrupt();

        TestStores.save(store, "A", NOON);
        store.takeUp();

        assertThat(store.room().used()).isPositive();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.byId("A")).isPresent();
        TestStores.save(store, "B", NOON);
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"23505, true", "40001, true", "40P01, true", "90131, true", "22001, false", "08006, false", ", false"})
    void a_key_that_is_there_a_deadlock_or_a_changed_row_is_a_race_and_begins_again(String state, boolean isRace) {
        assertThat(Transaction.isRace(new SQLException("It failed.", state))).isEqualTo(isRace);
    }

    private long rows(String table) throws StoreException {
        return store.transactions()
                .read(connection -> Sql.query(connection, Sql::number, "select count(*) from " + table)
                        .get(0));
    }
}
