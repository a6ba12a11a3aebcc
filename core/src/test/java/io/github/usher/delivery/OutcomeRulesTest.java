package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.Progress;
import io.github.usher.submission.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutcomeRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Refused SALESFORCE = new Refused(Refused.Cause.SALESFORCE, "8002.");

    private final OutcomeRules rules = new OutcomeRules(new RetrySchedule(new Random(1)));

    @Test
    void a_booking_page_is_routed() {
        var routed = new Routed("r", URI.create("https://acme.chilipiper.com/b"), null, AfterBooking.nothing());

        var progress = after(firstAttempt(), routed);

        assertThat(progress.state()).isEqualTo(State.ROUTED);
        assertThat(progress.outcome()).isEqualTo(routed);
        assertThat(progress.nextTry()).isNull();
    }

    @Test
    void a_disqualified_prospect_is_never_sent_again() {
        var progress = after(firstAttempt(), new Disqualified("No rules match (8003).", null));

        assertThat(progress.state()).isEqualTo(State.DISQUALIFIED);
        assertThat(progress.nextTry()).isNull();
    }

    @Test
    void a_failure_that_may_pass_waits_for_the_schedule() {
        var progress = after(firstAttempt(), new Unavailable("503.", null, false));

        assertThat(progress.state()).isEqualTo(State.WAITING);
        assertThat(progress.nextTry()).isBetween(NOW.plusSeconds(5), NOW.plusMillis(5500));
    }

    @Test
    void no_try_comes_before_the_time_that_the_api_asked_for() {
        var progress = after(firstAttempt(), new Unavailable("429.", Duration.ofMinutes(20), false));

        assertThat(progress.nextTry()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    }

    @Test
    void after_the_last_attempt_a_person_is_asked_and_told_the_command() {
        var progress = firstAttempt();
        for (int attempt = 1; attempt < RetrySchedule.mostAttempts(); attempt++) {
            progress = after(progress, new Unavailable("503.", null, false));
            assertThat(progress.state()).isEqualTo(State.WAITING);
            progress = progress.sending(NOW);
        }

        progress = after(progress, new Unavailable("503.", null, false));

        assertThat(progress.state()).isEqualTo(State.NEEDS_YOU);
        assertThat(progress.sentence())
                .contains("tried 11 times")
                .endsWith("Fix it, then: submissions retry CONFIG 7Q4K");
    }

    @Test
    void a_call_that_was_not_made_is_no_attempt() {
        var progress = after(firstAttempt(), Unavailable.notAsked("Held back.", Duration.ofSeconds(7)));

        assertThat(progress.attempts()).isZero();
        assertThat(progress.state()).isEqualTo(State.WAITING);
        assertThat(progress.nextTry()).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void a_call_that_was_not_made_and_tells_no_time_is_made_after_five_seconds() {
        var third = firstAttempt().sending(NOW).sending(NOW);

        var progress = after(third, Unavailable.notAsked("Held back.", null));

        assertThat(progress.attempts()).isEqualTo(2);
        assertThat(progress.nextTry()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void an_api_that_asks_for_less_than_the_schedule_gets_the_schedule() {
        var progress = after(firstAttempt(), new Unavailable("429.", Duration.ofSeconds(1), false));

        assertThat(progress.nextTry()).isBetween(NOW.plusSeconds(5), NOW.plusMillis(5500));
    }

    @Test
    void what_salesforce_refuses_is_tried_three_times_and_then_says_what_to_do() {
        var first = after(firstAttempt(), SALESFORCE);
        var second = after(first.sending(NOW), SALESFORCE);
        var third = after(second.sending(NOW), SALESFORCE);

        assertThat(first.state()).isEqualTo(State.WAITING);
        assertThat(second.state()).isEqualTo(State.WAITING);
        assertThat(third.state()).isEqualTo(State.NEEDS_YOU);
        assertThat(third.sentence())
                .isEqualTo("Chili Piper could not save it in Salesforce (8002), 3 times with the same values. Usual"
                        + " causes: a required Lead field, a validation rule, a picklist value. Fix it, then:"
                        + " submissions retry CONFIG 7Q4K");
    }

    @Test
    void an_error_of_the_router_or_the_lead_needs_a_person_at_once() {
        var progress = after(firstAttempt(), new Refused(Refused.Cause.LEAD_OR_ROUTER, "No default booker (8001)."));

        assertThat(progress.state()).isEqualTo(State.NEEDS_YOU);
        assertThat(progress.nextTry()).isNull();
    }

    private static Progress firstAttempt() {
        return Progress.first(State.WAITING, "It is to be sent.", NOW).sending(NOW);
    }

    private Progress after(Progress sent, RoutingOutcome outcome) {
        return rules.after("7Q4K", sent, outcome, NOW);
    }
}
