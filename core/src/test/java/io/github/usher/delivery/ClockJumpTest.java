package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.UsherConfig.Store;
import io.github.usher.submission.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of the machine is set while leads wait. */
class ClockJumpTest {
    private final VirtualTime time = new VirtualTime();
    private final Delivering delivering = new Delivering(time, 1_000);

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P3650D", "P-3650D"})
    void nothing_is_lost_nothing_runs_in_circles_and_what_waits_is_tried_when_it_would_have_been(String jump)
            throws Exception {
        delivering.api.answerAlways(Delivering.DOWN);
        delivering.submit("Ada");
        delivering.submit("Bob");
        time.pass(Duration.ofMinutes(10));
        int asked = delivering.api.asked.size();

        time.set(Duration.parse(jump));
        long steps = time.done();
        time.pass(Duration.ofMinutes(1));

        assertThat(time.done() - steps).as("steps in a minute").isLessThan(600);
        assertThat(delivering.api.asked.size() - asked).as("calls in a minute").isLessThanOrEqualTo(8);
        delivering.api.answerAlways(Delivering.ROUTED);
        time.pass(Duration.ofMinutes(40));
        assertThat(delivering.store.kept().inState(State.ROUTED, 10)).hasSize(2);
    }

    @Test
    void there_and_back_again_nothing_is_lost() throws Exception {
        delivering.api.answerAlways(Delivering.DOWN);
        delivering.submit("Ada");
        time.set(Duration.ofDays(3_650));
        delivering.submit("Bob");
        time.pass(Duration.ofMinutes(1));
        time.set(Duration.ofDays(-3_650));
        delivering.api.answerAlways(Delivering.ROUTED);

        time.pass(Duration.ofMinutes(10));

        assertThat(delivering.store.kept().inState(State.ROUTED, 10)).hasSize(2);
    }

    @Test
    void a_clock_that_is_set_ten_years_ahead_makes_nothing_old_enough_to_be_dropped() throws Exception {
        delivering.api.answerAlways(Delivering.DOWN);
        var retention = new Retention(delivering.store, new SteadyClock(time, time));
        delivering.submit("Ada");

        time.set(Duration.ofDays(3_650));
        retention.apply(new Store(
                null,
                null,
                null,
                null,
                null,
                Duration.ofSeconds(1),
                1L << 30,
                null,
                Duration.ofDays(30),
                Duration.ofDays(90)));

        assertThat(delivering.store.kept().byId("Ada")).isPresent();
    }
}
