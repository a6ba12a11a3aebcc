package io.github.usher.delivery;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.Progress;
import io.github.usher.submission.State;
import java.time.Duration;
import java.time.Instant;

/** What the API's answer makes of a submission: the one table of outcomes. Pure, but for the schedule's jitter. */
final class OutcomeRules {
    private static final int MOST_SALESFORCE_REFUSALS = 3;

    private static final Duration WHERE_NOT_ASKED = Duration.ofSeconds(5);

    private final RetrySchedule schedule;

    OutcomeRules(RetrySchedule schedule) {
        this.schedule = schedule;
    }

    Progress after(String id, Progress sent, RoutingOutcome outcome, Instant now) {
        if (outcome instanceof Routed) {
            return done(State.ROUTED, sent, outcome, now);
        }
        if (outcome instanceof Disqualified) {
            return done(State.DISQUALIFIED, sent, outcome, now);
        }
        if (outcome instanceof Refused refused) {
            return refused(id, sent, refused, now);
        }
        return unavailable(id, sent, (Unavailable) outcome, now);
    }

    private static Progress done(State state, Progress sent, RoutingOutcome outcome, Instant now) {
        return sent.with(state, outcome.sentence(), now).withOutcome(outcome);
    }

    private Progress refused(String id, Progress sent, Refused refused, Instant now) {
        return switch (refused.cause()) {
            case SALESFORCE -> salesforce(id, sent, refused, now);
            case LEAD_OR_ROUTER -> needsYou(refused.sentence() + retryHint(id), sent, refused, now);
            case ACCESS ->
                needsYou(
                        refused.sentence() + " One lead is tried each hour and at each change of the config; all follow"
                                + " when it succeeds.",
                        sent,
                        refused,
                        now);
        };
    }

    private Progress salesforce(String id, Progress sent, Refused refused, Instant now) {
        int refusals = sent.salesforceRefusals() + 1;
        var counted = sent.withSalesforceRefusals(refusals);
        if (refusals >= MOST_SALESFORCE_REFUSALS) {
            return needsYou(
                    "Chili Piper could not save it in Salesforce (8002), " + MOST_SALESFORCE_REFUSALS
                            + " times with the same values. Usual causes: a required Lead field, a validation rule, a"
                            + " picklist value." + retryHint(id),
                    counted,
                    refused,
                    now);
        }
        return again(id, counted, refused, refused.sentence(), Duration.ZERO, now);
    }

    private Progress unavailable(String id, Progress sent, Unavailable unavailable, Instant now) {
        if (!unavailable.attempted()) {
            return notAttempted(sent, unavailable, now);
        }
        var asked = unavailable.retryAfter();
        return again(id, sent, unavailable, unavailable.sentence(), asked == null ? Duration.ZERO : asked, now);
    }

    /** No call was made, so none is counted. */
    private static Progress notAttempted(Progress sent, Unavailable unavailable, Instant now) {
        var asked = unavailable.retryAfter();
        return sent.with(State.WAITING, unavailable.sentence() + " It is tried again.", now)
                .withAttempts(sent.attempts() - 1)
                .withNextTry(now.plus(asked == null ? WHERE_NOT_ASKED : asked))
                .withOutcome(unavailable);
    }

    private Progress again(
            String id, Progress sent, RoutingOutcome outcome, String why, Duration atLeast, Instant now) {
        var scheduled = schedule.after(sent.attempts());
        if (scheduled.isEmpty()) {
            return needsYou(why + " It was tried " + sent.attempts() + " times." + retryHint(id), sent, outcome, now);
        }
        var delay = scheduled.get().compareTo(atLeast) < 0 ? atLeast : scheduled.get();
        return sent.with(State.WAITING, why + " It is tried again.", now)
                .withNextTry(now.plus(delay))
                .withOutcome(outcome);
    }

    private static Progress needsYou(String sentence, Progress sent, RoutingOutcome outcome, Instant now) {
        return sent.with(State.NEEDS_YOU, sentence, now).withOutcome(outcome);
    }

    private static String retryHint(String id) {
        return " Fix it, then: submissions retry CONFIG " + id;
    }
}
