package io.github.usher.submission;

import io.github.usher.routing.RoutingOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a submission has come.
 *
 * @param sentence why it is in this state and what to do, without personal data
 * @param attempts calls made so far
 * @param salesforceRefusals how many of them Salesforce refused (8002)
 * @param nextTry when it is tried again; null where it is not
 * @param outcome of the last call; null before the first has ended
 * @param since when this state began
 */
public record Progress(
        State state,
        String sentence,
        int attempts,
        int salesforceRefusals,
        @Nullable Instant nextTry,
        @Nullable RoutingOutcome outcome,
        Instant since) {

    public static Progress first(State state, String sentence, Instant now) {
        return new Progress(state, sentence, 0, 0, state == State.WAITING ? now : null, null, now);
    }

    public Progress sending(Instant now) {
        return new Progress(State.SENDING, "It is being sent.", attempts + 1, salesforceRefusals, null, outcome, now);
    }

    /** Waiting to be sent at that time, for the reason it has. */
    public Progress dueAt(Instant time) {
        return new Progress(State.WAITING, sentence, attempts, salesforceRefusals, time, outcome, since);
    }
}
