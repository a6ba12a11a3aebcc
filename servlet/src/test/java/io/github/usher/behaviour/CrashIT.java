package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.behaviour.LeadBook.Manner;
import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Tomcat that is killed, or stopped, under load: whoever saw an answer reaches the API. */
class CrashIT {
    private static final Duration ALL_ARRIVE_WITHIN = Duration.ofMinutes(4);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    /** From the answer that leaves the API to the commit that notes it, on a busy machine. */
    private static final Duration IN_FLIGHT = Duration.ofMillis(1_500);

    private final Random random = new Random(Long.getLong("usher.seed", System.nanoTime()));
    private FakeChiliPiper api;
    private LeadBook book;
    private Container container;

    int rounds() {
        return Integer.getInteger("usher.crash.rounds", 4);
    }

    @BeforeEach
    void start() throws IOException {
        api = FakeChiliPiper.start();
        book = new LeadBook(api);
        container = Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .with(FaultySite.pages("/site").config(catchingUpFast(api)))
                .start();
    }

    static String catchingUpFast(FakeChiliPiper api) {
        return FaultySite.config("site", api.baseUrl(), Duration.ofSeconds(2), Duration.ofSeconds(5))
                .replace("  tenant: acme\n", "  tenant: acme\n  catch-up: 100/s\n");
    }

    @AfterEach
    void stop() {
        container.close();
        api.close();
    }

    @Test
    void killed_at_random_moments_under_load_it_loses_nobody_who_saw_an_answer() throws Exception {
        var kills = new ArrayList<Kill>();
        try (var crowd = new Crowd("Kill", 4, Integer.MAX_VALUE, Duration.ofMillis(50))) {
            for (int round = 1; round <= rounds(); round++) {
                int turn = round;
                book.answers(() -> manner(turn));
                crowd.goTo(container.uri("/site"));
                LockSupport.parkNanos(
                        Duration.ofMillis(500 + random.nextInt(4_500)).toNanos());
                long killed = System.nanoTime();
                container.kill();
                kills.add(new Kill(killed, System.nanoTime()));
                crowd.goTo();
                container = container.restarted();
            }
            crowd.leave();
            book.answers(() -> Manner.GOOD);
            FaultySite.submit(container, "/site", "redirect", "AndOneMore");
            var answered = crowd.answered();
            awaitArrival(crowd);

            var again = book.sentAgain();
            System.out.printf(
                    "kill -9, %d times: %d visitors saw an answer, %d of them are missing at the API; %d calls, %d leads"
                            + " were sent again after a good answer%n",
                    rounds(), answered.size(), book.missing(answered).size(), book.count(), again.size());
            assertThat(answered).hasSizeGreaterThan(rounds() * 10);
            assertThat(book.missing(answered)).isEmpty();
            assertThat(again.values())
                    .as("doubles are leads in flight at a kill")
                    .allMatch(call -> kills.stream().anyMatch(kill -> kill.met(call)));
            Eventually.holds(
                    "that nothing waits in the store",
                    Duration.ofSeconds(20),
                    () -> FaultySite.health(container, "/site").contains("\"waiting\":0"));
            assertThat(FaultySite.health(container, "/site")).contains("\"needsYou\":0");
        }
    }

    /** From the signal until the process is gone: it goes on calling for some milliseconds. */
    private record Kill(long began, long ended) {
        boolean met(LeadBook.Call call) {
            return call.began() < ended && call.answered() > began - IN_FLIGHT.toNanos();
        }
    }

    /** Good, slow and failing by turns; within a round one of them prevails. */
    private static Manner manner(int round) {
        var all = List.of(Manner.GOOD, Manner.SLOW, Manner.FAILING);
        int number = ThreadLocalRandom.current().nextInt(4);
        return number < 3 ? all.get(number) : all.get(round % 3);
    }

    private void awaitArrival(Crowd crowd) {
        Eventually.holds(
                "that all arrive",
                ALL_ARRIVE_WITHIN,
                () -> book.missing(crowd.answered()).isEmpty());
    }

    @Test
    void stopped_under_load_it_ends_in_time_and_sends_no_lead_twice() throws Exception {
        book.answers(() -> ThreadLocalRandom.current().nextInt(3) == 0 ? Manner.SLOW : Manner.GOOD);
        try (var crowd = new Crowd("Stop", 4, Integer.MAX_VALUE, Duration.ofMillis(20))) {
            var slowest = Duration.ZERO;
            for (int round = 0; round < Math.max(2, rounds() / 4); round++) {
                crowd.goTo(container.uri("/site"));
                LockSupport.parkNanos(
                        Duration.ofMillis(2_000 + random.nextInt(1_500)).toNanos());
                long began = System.nanoTime();
                container.close();
                var took = Duration.ofNanos(System.nanoTime() - began);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                crowd.goTo();
                container = container.restarted();
            }
            crowd.leave();
            book.answers(() -> Manner.GOOD);
            awaitArrival(crowd);

            System.out.printf(
                    "SIGTERM: %d visitors saw an answer, %d leads were sent twice, the slowest stop took %d ms%n",
                    crowd.answered().size(), book.sentAgain().size(), slowest.toMillis());
            assertThat(crowd.answered()).hasSizeGreaterThan(50);
            assertThat(book.sentAgain()).isEmpty();
            assertThat(slowest).isLessThan(STOPS_WITHIN);
        }
    }
}
