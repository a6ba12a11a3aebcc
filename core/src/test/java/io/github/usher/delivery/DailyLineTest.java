package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.submission.Browser;
import io.github.usher.submission.MemoryStore;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DailyLineTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");

    private final MemoryStore store = new MemoryStore(1_000, () -> NOON);
    private final DailyLine line = new DailyLine(store, () -> NOON.plus(Duration.ofDays(1)), ZONE);
    private int number;

    @Test
    void each_submission_of_the_day_is_counted_once_and_the_sum_is_right() throws Exception {
        add(29, State.BOOKED, NOON, Duration.ZERO);
        add(7, State.ROUTED, NOON, Duration.ofSeconds(2));
        add(3, State.DISQUALIFIED, NOON, Duration.ofSeconds(2));
        add(1, State.ROUTED, NOON, Duration.ofHours(2));
        add(1, State.NEEDS_YOU, NOON, Duration.ofHours(2));

        assertThat(line.of(DAY))
                .isEqualTo("Yesterday: 41 accepted = 29 booked + 7 shown, not booked + 3 disqualified + 1 late + 1"
                        + " needs you.");
    }

    @Test
    void whatever_else_there_is_has_a_name_of_its_own() throws Exception {
        add(1, State.CANCELLED, NOON, Duration.ZERO);
        add(2, State.WAITING, NOON, Duration.ZERO);
        add(1, State.SENDING, NOON, Duration.ZERO);
        add(4, State.NOT_SENT, NOON, Duration.ZERO);
        add(5, State.OBSERVED, NOON, Duration.ZERO);

        assertThat(line.of(DAY))
                .isEqualTo("Yesterday: 13 accepted = 1 cancelled + 3 waiting + 4 not sent + 5 observed.");
    }

    @Test
    void a_day_goes_from_midnight_to_midnight_where_the_site_is() throws Exception {
        add(1, State.BOOKED, Instant.parse("2026-11-26T22:59:59Z"), Duration.ZERO);
        add(2, State.BOOKED, Instant.parse("2026-11-26T23:00:00Z"), Duration.ZERO);
        add(3, State.BOOKED, Instant.parse("2026-11-27T22:59:59Z"), Duration.ZERO);
        add(4, State.BOOKED, Instant.parse("2026-11-27T23:00:00Z"), Duration.ZERO);

        assertThat(line.of(DAY)).isEqualTo("Yesterday: 5 accepted = 5 booked.");
    }

    @Test
    void a_day_without_any_is_told_too() throws Exception {
        assertThat(line.of(DAY)).isEqualTo("Yesterday: 0 accepted.");
    }

    @Test
    void it_is_said_once_by_whichever_node_comes_first() throws Exception {
        store.putSetting("daily-line", "2026-11-26");

        line.sayIfDue();

        assertThat(store.setting("daily-line")).hasValue("2026-11-27");
        // Another node, whose clock is a minute behind, on the day before.
        new DailyLine(store, () -> NOON, ZONE).sayIfDue();
        assertThat(store.setting("daily-line")).hasValue("2026-11-27");
    }

    private void add(int count, State state, Instant accepted, Duration later) throws StoreException {
        for (int i = 0; i < count; i++) {
            var name = "lead-" + number++;
            var lead = Map.of("LastName", name);
            var submission = Submissions.waiting(name, accepted, lead)
                    .with(Progress.first(state, "As it is.", accepted.plus(later)));
            store.save(
                    submission,
                    Repeats.of("contact", lead, new Browser(name, null, "10.0.0.1", ""), null, Duration.ZERO),
                    null);
        }
    }
}
