package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.behaviour.LeadBook.Manner;
import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.store.DatabaseServer;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two Tomcats on one database. */
abstract class SharedStoreIT {
    /** The patience of a request with the store is a second; the machine is small and busy. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);

    private static final Duration ALL_ARRIVE_WITHIN = Duration.ofMinutes(5);
    /** A node counts as dead half a minute after its last word; then 5 s until somebody looks. */
    private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(60);

    private final Random random = new Random(Long.getLong("usher.seed", System.nanoTime()));
    private DatabaseServer database;
    private String url = "";
    private FakeChiliPiper api;
    private LeadBook book;
    private Container one;
    private Container other;

    abstract DatabaseServer server() throws IOException, InterruptedException;

    /** Class of the driver, which the site brings. */
    abstract String driverClass();

    /** Locks the table of submissions for the connection that says so. */
    abstract String lock();

    int submissions() {
        return Integer.getInteger("usher.shared.submissions", 2_000);
    }

    @BeforeEach
    void start() throws Exception {
        database = server();
        url = database.create("usher");
        api = FakeChiliPiper.start();
        book = new LeadBook(api);
        var config = CrashIT.catchingUpFast(api) + "store:\n  url: " + url + "\n";
        one = node(config);
        other = node(config);
    }

    private Container node(String config) throws IOException {
        return Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .sharing(Build.jarWith(driverClass()))
                .with(FaultySite.pages("/site").config(config))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        other.close();
        api.close();
        database.close();
    }

    @Test
    void while_the_api_fails_half_of_the_time_each_lead_is_answered_well_exactly_once() throws Exception {
        book.answers(() -> ThreadLocalRandom.current().nextBoolean() ? Manner.GOOD : Manner.FAILING);
        try (var crowd = new Crowd("Both", 8, submissions(), Duration.ofMillis(20))) {
            crowd.goTo(one.uri("/site"), other.uri("/site"));
            crowd.finish();
            arriveAll(crowd);

            System.out.printf(
                    "%s, two nodes: %d submissions, %d missing, %d answered well twice, %d calls%n",
                    getClass().getSimpleName(),
                    crowd.answered().size(),
                    book.missing(crowd.answered()).size(),
                    book.sentAgain().size(),
                    book.count());
            assertThat(crowd.answered()).hasSize(submissions());
            assertThat(book.sentAgain()).isEmpty();
        }
    }

    /** A lead that failed several times waits for minutes, unless a later one succeeds. */
    private void arriveAll(Crowd crowd) {
        book.answers(() -> Manner.GOOD);
        try (var later = new Crowd("Later" + random.nextInt(), 1, Integer.MAX_VALUE, Duration.ofSeconds(1))) {
            later.goTo(other.uri("/site"));
            Eventually.holds(
                    "that all arrive",
                    ALL_ARRIVE_WITHIN,
                    () -> book.missing(crowd.answered()).isEmpty());
        }
    }

    @Test
    void when_a_node_is_killed_the_other_goes_on_with_its_leads() throws Exception {
        book.answers(() -> ThreadLocalRandom.current().nextBoolean() ? Manner.SLOW : Manner.FAILING);
        try (var crowd = new Crowd("Killed", 8, submissions(), Duration.ofMillis(20))) {
            crowd.goTo(one.uri("/site"), other.uri("/site"));
            work(Duration.ofSeconds(3));
            long killed = System.nanoTime();
            one.kill();
            crowd.goTo(other.uri("/site"));
            book.answers(() -> Manner.GOOD);
            other.awaitLog("where a process ended; tried again from here.", Duration.ofSeconds(90));
            var takeOver = Duration.ofNanos(System.nanoTime() - killed);
            crowd.finish();
            arriveAll(crowd);

            System.out.printf(
                    "%s, one of two nodes killed: %d submissions, %d missing, %d sent again after a good answer, taken up"
                            + " after %d ms%n",
                    getClass().getSimpleName(),
                    crowd.answered().size(),
                    book.missing(crowd.answered()).size(),
                    book.sentAgain().size(),
                    takeOver.toMillis());
            assertThat(book.sentAgain().values()).allMatch(call -> call.began() < killed);
            assertThat(takeOver).isLessThan(TAKEN_UP_WITHIN);
        }
    }

    @Test
    void when_the_database_dies_under_load_visitors_are_answered_in_time_and_all_of_them_are_in_the_store()
            throws Exception {
        try (var crowd = crowd("NoStore")) {
            for (int round = 1; round <= kills(); round++) {
                work(between(500, 5_000));
                database.kill();
                work(between(0, 5_000));
                database.start();
            }
            work(Duration.ofSeconds(5));
            drained(crowd);

            tell(crowd, "killed and restarted " + kills() + " times");
            assertThat(routed()).containsAll(crowd.answered());
            assertThat(book.sentAgain()).isEmpty();
            assertThat(crowd.slowest()).isLessThan(ANSWERED_WITHIN);
        }
    }

    @Test
    void when_the_database_hangs_visitors_wait_no_longer_than_its_patience_and_no_lead_is_sent_twice()
            throws Exception {
        try (var crowd = crowd("Hangs")) {
            work(Duration.ofSeconds(2));
            database.signal("STOP");
            work(Duration.ofSeconds(8));
            database.signal("CONT");
            work(Duration.ofSeconds(5));
            drained(crowd);

            tell(crowd, "stopped for 8 s");
            assertThat(routed()).containsAll(crowd.answered());
            assertThat(book.sentAgain()).isEmpty();
            assertThat(crowd.slowest()).isLessThan(ANSWERED_WITHIN);
        }
    }

    @Test
    void while_somebody_locks_the_table_visitors_wait_no_longer_than_its_patience_and_no_lead_is_sent_twice()
            throws Exception {
        var locked = Duration.ofSeconds(Integer.getInteger("usher.shared.locked", 30));
        try (var crowd = crowd("Locked")) {
            work(Duration.ofSeconds(2));
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(lock());
                work(locked);
            }
            work(Duration.ofSeconds(5));
            drained(crowd);

            tell(crowd, "its table locked for " + locked.toSeconds() + " s");
            assertThat(routed()).containsAll(crowd.answered());
            assertThat(book.sentAgain()).isEmpty();
            assertThat(crowd.slowest()).isLessThan(ANSWERED_WITHIN);
        }
    }

    private int kills() {
        return Integer.getInteger("usher.shared.kills", 5);
    }

    /** Endless visitors on both sites. */
    private Crowd crowd(String prefix) {
        var crowd = new Crowd(prefix, 4, Integer.MAX_VALUE, Duration.ofMillis(50));
        crowd.goTo(one.uri("/site"), other.uri("/site"));
        return crowd;
    }

    private Duration between(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }

    private static void work(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** The visitors leave, and what they left behind is worked off. */
    private void drained(Crowd crowd) throws InterruptedException {
        crowd.leave();
        arriveAll(crowd);
        Eventually.holds(
                "that all are in the store",
                Duration.ofSeconds(60),
                () -> routed().containsAll(crowd.answered()) && isIdle(one) && isIdle(other));
    }

    private static boolean isIdle(Container node) {
        return FaultySite.health(node, "/site").contains("\"waiting\":0");
    }

    /** The names that the database has as delivered. */
    private Set<String> routed() {
        var names = new HashSet<String>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select lead from usher_submission where state = 'ROUTED'")) {
            while (rows.next()) {
                LeadBook.name(new String(rows.getBytes(1), UTF_8)).ifPresent(names::add);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return names;
    }

    private void tell(Crowd crowd, String what) {
        System.out.printf(
                "%s, %s: %d visitors, the slowest answer %d ms, %d missing at the API, %d missing in the store, %d sent"
                        + " twice%n",
                getClass().getSimpleName(),
                what,
                crowd.answered().size(),
                crowd.slowest().toMillis(),
                book.missing(crowd.answered()).size(),
                crowd.answered().stream()
                        .filter(name -> !routed().contains(name))
                        .count(),
                book.sentAgain().size());
    }
}
