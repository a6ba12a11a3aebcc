package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded database reads no more rows than it gives, however many are stored; as it counts them itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int STORED = 1_000;
    private static final int MOST = 20;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final AtomicInteger scanned = new AtomicInteger();
    private JdbcStore store;

    @BeforeAll
    void fill(@TempDir Path folder) throws Exception {
        store = TestStores.embedded(folder, Clock.systemUTC());
        for (int i = 0; i < STORED; i++) {
            var id = "S" + (10_000 + i);
            TestStores.save(store, id, NOON.plusSeconds(i));
            if (i % 100 > 0) {
                store.update(id, progress -> progress.with(State.ROUTED, "Routed to a calendar.", NOON));
            }
        }
    }

    @AfterAll
    void close() {
        store.close();
    }

    private static List<Selection> selections() {
        return List.of(
                Selection.all(),
                Selection.all().newestFirstOfAll(),
                Selection.in(State.ROUTED),
                Selection.in(State.ROUTED).newestFirstOfAll(),
                Selection.in(State.WAITING, State.SENDING, State.NEEDS_YOU),
                Selection.in(State.ROUTED).acceptedBefore(NOON.plusSeconds(STORED / 2)),
                Selection.all().acceptedSince(NOON.plusSeconds(STORED / 2)),
                Selection.due(NOON.plusSeconds(2 * STORED)),
                Selection.noticeDue(NOON.plusSeconds(2 * STORED)),
                Selection.all().ofEmail("S10500@ae.example").newestFirstOfAll(),
                Selection.in(State.ROUTED).ofEmail("S10501@ae.example"));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void a_page_takes_as_many_rows_as_are_on_it(Selection selection) throws Exception {
        var after = new Position("S10600", Times.nanos(NOON.plusSeconds(600)));

        rows(rows -> rows.positions(selection, null, MOST));
        assertThat(scanned.get()).isBetween(1, 3 * MOST);
        rows(rows -> rows.positions(selection, after, MOST));

        assertThat(scanned.get()).isLessThanOrEqualTo(3 * MOST);
    }

    @Test
    void those_with_some_ids_are_read_alone() throws Exception {
        var ids = IntStream.range(0, MOST).mapToObj(i -> "S" + (10_000 + 7 * i)).toList();
        var found = rows(rows -> rows.byIds(ids));

        assertThat(found).hasSize(MOST);
        assertThat(scanned.get()).isBetween(MOST, 2 * MOST);
    }

    @Test
    void what_is_undelivered_is_counted_without_what_is_delivered() throws Exception {
        int undelivered = rows(rows -> rows.count(Selection.in(State.WAITING, State.SENDING)));

        assertThat(undelivered).isEqualTo(STORED / 100);
        assertThat(scanned.get()).isBetween(undelivered, 2 * undelivered);
    }

    private <T> T rows(Read<T> read) throws Exception {
        scanned.set(0);
        return store.transactions()
                .read(connection -> read.of(new Rows(explained(connection), TestStores.APPLICATION, Seal.none())));
    }

    /** Has each query explained with its own parameters before it is run. */
    private Connection explained(Connection itself) {
        return Lent.of(
                Connection.class,
                (proxy, method, arguments) -> method.getName().equals("prepareStatement")
                        ? explained(
                                itself.prepareStatement((String) arguments[0]),
                                itself.prepareStatement("explain analyze " + arguments[0]))
                        : Lent.call(itself, method, arguments));
    }

    private PreparedStatement explained(PreparedStatement itself, PreparedStatement plan) {
        return Lent.of(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set")) {
                Lent.call(plan, method, arguments);
            } else if (method.getName().equals("executeQuery")) {
                count(plan);
            }
            return Lent.call(itself, method, arguments);
        });
    }

    private void count(PreparedStatement plan) throws SQLException {
        try (plan;
                var rows = plan.executeQuery()) {
            rows.next();
            SCANNED.matcher(rows.getString(1))
                    .results()
                    .forEach(found -> scanned.addAndGet(Integer.parseInt(found.group(1))));
        }
    }

    /** What is asked. */
    @FunctionalInterface
    private interface Read<T> {
        T of(Rows rows) throws SQLException;
    }
}
