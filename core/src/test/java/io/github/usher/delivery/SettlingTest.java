package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.submission.Attempt;
import io.github.usher.submission.Progress;
import io.github.usher.submission.State;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call ends, and the store may know more by then. */
class SettlingTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final RoutingOutcome NO_RULE = new Disqualified("No rules match (8003).", null);

    private final Progress sent =
            Progress.first(State.WAITING, "It is to be sent.", NOON).sending(NOON);
    private final Progress takenUpElsewhere = sent.dueAt(NOON);
    private final Progress triedElsewhere = takenUpElsewhere.sending(NOON);
    private final Progress routed = sent.with(State.ROUTED, "It is routed.", NOON);
    private final Progress failed = sent.with(State.WAITING, "503. It is tried again.", NOON);

    @Test
    void a_good_answer_is_kept_wherever_the_lead_is_by_then() {
        for (var before : new Progress[] {sent, takenUpElsewhere, triedElsewhere, in(State.NEEDS_YOU)}) {
            assertThat(settled(before, routed, Delivering.ROUTED)).isEqualTo(routed);
        }
    }

    @Test
    void that_no_rule_matches_is_a_good_answer_too() {
        var disqualified = in(State.DISQUALIFIED);

        assertThat(settled(takenUpElsewhere, disqualified, NO_RULE)).isEqualTo(disqualified);
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUTED", "BOOKED", "CANCELLED", "DISQUALIFIED"})
    void of_two_good_answers_the_first_counts_and_the_other_is_in_the_history(State first) {
        assertThat(settled(in(first), in(State.DISQUALIFIED), NO_RULE))
                .isEqualTo(in(first).withEnded(attempt(NO_RULE)));
    }

    @Test
    void a_failure_counts_for_the_attempt_that_it_belongs_to() {
        assertThat(settled(sent, failed, Delivering.DOWN)).isEqualTo(failed);
    }

    @Test
    void a_failure_that_comes_when_the_lead_is_elsewhere_by_then_is_in_the_history_and_changes_nothing() {
        for (var before : new Progress[] {takenUpElsewhere, triedElsewhere, in(State.NEEDS_YOU)}) {
            assertThat(settled(before, failed, Delivering.DOWN)).isEqualTo(before.withEnded(attempt(Delivering.DOWN)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_memory_knows_is_written_but_over_no_good_answer(State stored) {
        boolean isGood = stored == State.ROUTED
                || stored == State.BOOKED
                || stored == State.CANCELLED
                || stored == State.DISQUALIFIED;

        assertThat(Settling.unlessDelivered(failed).apply(in(stored))).isEqualTo(isGood ? in(stored) : failed);
    }

    private Progress in(State state) {
        return sent.with(state, "For whatever reason.", NOON);
    }

    private Progress settled(Progress before, Progress ended, RoutingOutcome answer) {
        UnaryOperator<Progress> settle = Settling.of(sent, ended, answer, attempt(answer));
        return settle.apply(before);
    }

    private static Attempt attempt(RoutingOutcome answer) {
        return Attempt.of(answer, NOON, Duration.ofMillis(7), "node-1");
    }
}
