package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private final RetrySchedule schedule = new RetrySchedule(new Random(1));

    @Test
    void a_lead_is_tried_again_after_5_s_30_s_5_min_and_on_to_24_h() {
        var wanted =
                new String[] {"PT5S", "PT30S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H"};
        for (int i = 0; i < wanted.length; i++) {
            var least = Duration.parse(wanted[i]);
            assertThat(schedule.after(i + 1).orElseThrow()).isBetween(least, least.plus(least.dividedBy(10)));
        }
    }

    @Test
    void after_eleven_attempts_it_has_been_enough() {
        assertThat(RetrySchedule.mostAttempts()).isEqualTo(11);
        assertThat(schedule.after(11)).isEmpty();
    }

    @Test
    void no_delay_is_longer_than_a_day_and_a_tenth() {
        var unlucky = new RetrySchedule(() -> -1L);

        assertThat(RetrySchedule.longestDelay()).isEqualTo(Duration.ofHours(24).plusMinutes(144));
        for (int attempts = 1; attempts < RetrySchedule.mostAttempts(); attempts++) {
            assertThat(unlucky.after(attempts).orElseThrow()).isLessThanOrEqualTo(RetrySchedule.longestDelay());
        }
    }

    @Test
    void two_leads_of_one_outage_do_not_come_back_in_step() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> schedule.after(3).orElseThrow())
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }
}
