package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.behaviour.LeadBook.Manner;
import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.store.DatabaseServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two Tomcats on one database. */
abstract class SharedStoreIT {
    private static final Duration ALL_ARRIVE_WITHIN = Duration.ofMinutes(5);
    /** A node counts as dead half a minute after its last word; then 5 s until somebody looks. */
    private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(60);

    private DatabaseServer database;
    private FakeChiliPiper api;
    private LeadBook book;
    private Container one;
    private Container other;

    abstract DatabaseServer server() throws IOException, InterruptedException;

    /** Class of the driver, which the site brings. */
    abstract String driverClass();

    private Path driver() throws URISyntaxException {
        try {
            var source = Class.forName(driverClass()).getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("The tests have no " + driverClass() + ".", missing);
        }
    }

    int submissions() {
        return Integer.getInteger("usher.shared.submissions", 200);
    }

    @BeforeEach
    void start() throws Exception {
        database = server();
        var url = database.create("usher");
        api = FakeChiliPiper.start();
        book = new LeadBook(api);
        var config = CrashIT.catchingUpFast(api) + "store:\n  url: " + url + "\n";
        one = node(config);
        other = node(config);
    }

    private Container node(String config) throws IOException, URISyntaxException {
        return Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .sharing(driver())
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
            Eventually.holds(
                    "that all arrive",
                    ALL_ARRIVE_WITHIN,
                    () -> book.missing(crowd.answered()).isEmpty());

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

    @Test
    void when_a_node_is_killed_the_other_goes_on_with_its_leads() throws Exception {
        book.answers(() -> ThreadLocalRandom.current().nextBoolean() ? Manner.SLOW : Manner.FAILING);
        try (var crowd = new Crowd("Killed", 8, submissions(), Duration.ofMillis(20))) {
            crowd.goTo(one.uri("/site"), other.uri("/site"));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
            long killed = System.nanoTime();
            one.kill();
            crowd.goTo(other.uri("/site"));
            book.answers(() -> Manner.GOOD);
            other.awaitLog("where a process ended; tried again from here.", Duration.ofSeconds(90));
            var takeOver = Duration.ofNanos(System.nanoTime() - killed);
            crowd.finish();
            Eventually.holds(
                    "that all arrive",
                    ALL_ARRIVE_WITHIN,
                    () -> book.missing(crowd.answered()).isEmpty());

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
    void when_the_database_dies_visitors_get_the_sites_own_page_in_time_and_nobody_is_lost() throws Exception {
        try (var crowd = new Crowd("NoStore", 4, Integer.MAX_VALUE, Duration.ofMillis(50))) {
            crowd.goTo(one.uri("/site"), other.uri("/site"));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            database.kill();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
            database.start();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
            crowd.leave();
            Eventually.holds(
                    "that all arrive",
                    ALL_ARRIVE_WITHIN,
                    () -> book.missing(crowd.answered()).isEmpty());
            Eventually.holds(
                    "that all are in the store",
                    Duration.ofSeconds(60),
                    () -> FaultySite.health(one, "/site").contains("\"waiting\":0")
                            && FaultySite.health(other, "/site").contains("\"waiting\":0"));

            System.out.printf(
                    "%s, killed and restarted: %d visitors, the slowest answer %d ms, %d missing, %d sent twice%n",
                    getClass().getSimpleName(),
                    crowd.answered().size(),
                    crowd.slowest().toMillis(),
                    book.missing(crowd.answered()).size(),
                    book.sentAgain().size());
            assertThat(book.sentAgain()).isEmpty();
            assertThat(crowd.slowest()).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void when_the_database_hangs_visitors_wait_no_longer_than_its_patience_and_no_lead_is_sent_twice()
            throws Exception {
        try (var crowd = new Crowd("Hangs", 4, Integer.MAX_VALUE, Duration.ofMillis(50))) {
            crowd.goTo(one.uri("/site"), other.uri("/site"));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            database.signal("STOP");
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(8));
            database.signal("CONT");
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
            crowd.leave();
            Eventually.holds(
                    "that all arrive",
                    ALL_ARRIVE_WITHIN,
                    () -> book.missing(crowd.answered()).isEmpty());

            System.out.printf(
                    "%s, stopped for 8 s: %d visitors, the slowest answer %d ms, %d missing, %d sent twice%n",
                    getClass().getSimpleName(),
                    crowd.answered().size(),
                    crowd.slowest().toMillis(),
                    book.missing(crowd.answered()).size(),
                    book.sentAgain().size());
            assertThat(book.sentAgain()).isEmpty();
            assertThat(crowd.slowest()).isLessThan(Duration.ofSeconds(4));
        }
    }
}
