package io.github.usher.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void its_history_keeps_the_latest_fifty_attempts_in_their_order() {
        var progress = Progress.first(State.WAITING, "It is to be sent.", NOON);
        for (int i = 0; i < 60; i++) {
            progress = progress.withEnded(attempt(i));
        }
        assertThat(progress.history()).hasSize(50);
        assertThat(progress.history().get(0)).isEqualTo(attempt(10));
        assertThat(progress.history().get(49)).isEqualTo(attempt(59));
    }

    @Test
    void a_changed_state_leaves_its_history_and_counts_alone_and_sets_no_next_try() {
        var sent = Progress.first(State.WAITING, "It is to be sent.", NOON)
                .withEnded(attempt(1))
                .sending(NOON)
                .withSalesforceRefusals(2)
                .dueAt(NOON.plusSeconds(5));

        var changed = sent.with(State.NEEDS_YOU, "See to it.", NOON.plusSeconds(9));

        assertThat(changed.history()).containsExactly(attempt(1));
        assertThat(changed.attempts()).isEqualTo(1);
        assertThat(changed.salesforceRefusals()).isEqualTo(2);
        assertThat(changed.nextTry()).isNull();
        assertThat(changed.since()).isEqualTo(NOON.plusSeconds(9));
    }

    private static Attempt attempt(int second) {
        return Attempt.of(
                new Unavailable("No answer.", null, true), NOON.plusSeconds(second), Duration.ofMillis(7), "node");
    }
}
