package io.github.usher.submission;

import io.github.usher.routing.RoutingOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One call of the routing API for a submission, after it has ended.
 *
 * @param at when it began, by the clock of its node
 * @param took from its beginning to its answer, by a clock that never jumps
 * @param sentence what came of it, without personal data
 * @param node the node that made it, as {@link SubmissionStore#node()} names it
 */
public record Attempt(Instant at, Duration took, Kind kind, String sentence, String node) {
    public static Attempt of(RoutingOutcome outcome, Instant at, Duration took, String node) {
        return new Attempt(at, took, Kind.of(outcome), outcome.sentence(), node);
    }

    /** What kind of answer came. */
    public enum Kind {
        ROUTED,
        DISQUALIFIED,
        REFUSED,
        UNAVAILABLE;

        static Kind of(RoutingOutcome outcome) {
            if (outcome instanceof RoutingOutcome.Routed) {
                return ROUTED;
            }
            if (outcome instanceof RoutingOutcome.Disqualified) {
                return DISQUALIFIED;
            }
            return outcome instanceof RoutingOutcome.Refused ? REFUSED : UNAVAILABLE;
        }

        /** As the command line says it. */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
