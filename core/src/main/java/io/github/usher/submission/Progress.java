package io.github.usher.submission;

import io.github.usher.routing.RoutingOutcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a submission has come: everything of it that changes after it was accepted.
 *
 * <p>It is changed by the {@code with…} methods alone, so that whatever else becomes part of it is carried along by
 * code that knows nothing of it. A new part needs a component here, an empty value in {@link #first}, a {@code with…}
 * method, and its two lines in the codec of the store.
 *
 * @param sentence why it is in this state and what to do, without personal data
 * @param attempts calls made so far
 * @param salesforceRefusals how many of them Salesforce refused (8002)
 * @param nextTry when it is tried again; null where it is not
 * @param outcome of the last call; null before the first has ended
 * @param since when this state began
 * @param history the latest attempts, at most {@value #MOST_ATTEMPTS_KEPT}, oldest first
 * @param trail the states it came to, what was heard of its booking, and what is still to be told
 */
public record Progress(
        State state,
        String sentence,
        int attempts,
        int salesforceRefusals,
        @Nullable Instant nextTry,
        @Nullable RoutingOutcome outcome,
        Instant since,
        List<Attempt> history,
        Trail trail) {
    public static final int MOST_ATTEMPTS_KEPT = 50;

    public Progress {
        history = List.copyOf(history);
    }

    public static Progress first(State state, String sentence, Instant now) {
        return new Progress(
                state, sentence, 0, 0, state == State.WAITING ? now : null, null, now, List.of(), Trail.empty());
    }

    /** A call begins: it is counted at once, since the process may end before its answer comes. */
    public Progress sending(Instant now) {
        return with(State.SENDING, "It is being sent.", now).withAttempts(attempts + 1);
    }

    /** Waiting to be sent at that time, for the reason it has. */
    public Progress dueAt(Instant time) {
        return with(State.WAITING, sentence, since).withNextTry(time);
    }

    /** In another state, for that reason; a next try is no longer set. */
    public Progress with(State changed, String why, Instant now) {
        return new Progress(changed, why, attempts, salesforceRefusals, null, outcome, now, history, trail);
    }

    public Progress withAttempts(int made) {
        return new Progress(state, sentence, made, salesforceRefusals, nextTry, outcome, since, history, trail);
    }

    public Progress withSalesforceRefusals(int refusals) {
        return new Progress(state, sentence, attempts, refusals, nextTry, outcome, since, history, trail);
    }

    public Progress withNextTry(@Nullable Instant time) {
        return new Progress(state, sentence, attempts, salesforceRefusals, time, outcome, since, history, trail);
    }

    public Progress withOutcome(@Nullable RoutingOutcome last) {
        return new Progress(state, sentence, attempts, salesforceRefusals, nextTry, last, since, history, trail);
    }

    /** With one more attempt in its history; the oldest makes room. It does not count it: {@link #sending} did. */
    public Progress withEnded(Attempt attempt) {
        var longer = Stream.concat(history.stream(), Stream.of(attempt))
                .skip(Math.max(0, history.size() + 1 - MOST_ATTEMPTS_KEPT))
                .toList();
        return new Progress(state, sentence, attempts, salesforceRefusals, nextTry, outcome, since, longer, trail);
    }

    public Progress withTrail(Trail left) {
        return new Progress(state, sentence, attempts, salesforceRefusals, nextTry, outcome, since, history, left);
    }
}
