package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.LogLines;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int LEADS = 1_000;
    private static final int FEW = 5;

    @TempDir
    private Path folder;

    private final AtomicInteger syncs = new AtomicInteger();

    @Test
    void a_thousand_under_way_are_freed_by_a_stop_in_a_few_commits() throws Exception {
        var store = open();
        for (int i = 0; i < LEADS; i++) {
            begin(store, "S" + i);
        }
        syncs.set(0);

        store.close();

        assertThat(syncs).hasValueBetween(1, FEW);
        try (var next = open()) {
            assertThat(next.takeUp()).isZero();
            assertThat(next.count(Selection.in(State.SENDING))).isZero();
            assertThat(next.due(Instant.now(), LEADS)).hasSize(LEADS);
        }
    }

    @Test
    void those_of_an_ended_process_are_counted_and_those_of_this_one_stay() throws Exception {
        var ended = open();
        TestStores.save(ended, "WAITS", NOON);
        begin(ended, "A");
        begin(ended, "B");
        ended.crash();
        try (var store = open()) {
            begin(store, "MINE");

            assertThat(store.takeUp()).isEqualTo(2);
            assertThat(store.takeUp()).isZero();

            assertThat(store.byId("A")).hasValueSatisfying(freed -> {
                assertThat(freed.progress().sentence())
                        .isEqualTo("The process that was sending it has ended. It is sent again.");
                assertThat(freed.progress().attempts()).isEqualTo(1);
            });
            assertThat(store.count(Selection.in(State.SENDING))).isEqualTo(1);
        }
    }

    @Test
    void one_that_cannot_be_read_holds_up_no_other_and_is_told_of_once() throws Exception {
        var ended = open();
        begin(ended, "A");
        begin(ended, "BROKEN");
        begin(ended, "C");
        ended.transactions()
                .write(connection ->
                        Sql.update(connection, "update usher_submission set progress = lead where id = ?", "BROKEN"));
        ended.crash();

        try (var log = LogLines.listen();
                var store = open()) {
            assertThat(store.takeUp()).isEqualTo(2);
            assertThat(store.takeUp()).isZero();

            assertThat(store.due(Instant.now(), 9)).hasSize(2);
            assertThat(log.said())
                    .filteredOn(line -> line.startsWith("Submission BROKEN in the store cannot be read"))
                    .hasSize(1);
        }
    }

    private static void begin(SubmissionStore store, String id) throws StoreException {
        TestStores.save(store, id, NOON);
        store.update(id, progress -> progress.sending(NOON));
    }

    /** Counts how often it waits for the disk. */
    private JdbcStore open() throws Exception {
        var database = new EmbeddedDatabase(Objects.requireNonNull(LockedFolder.lock(folder)), TestStores.GIGABYTE);
        var counted = Lent.of(Database.class, (proxy, method, arguments) -> {
            if (method.getName().equals("sync")) {
                syncs.incrementAndGet();
            }
            return Lent.call(database, method, arguments);
        });
        return Opening.store(counted, TestStores.APPLICATION, null, Clock.systemUTC(), LoneNode::new);
    }
}
