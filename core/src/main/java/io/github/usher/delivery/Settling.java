package io.github.usher.delivery;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.submission.Attempt;
import io.github.usher.submission.Progress;
import io.github.usher.submission.State;
import java.util.function.UnaryOperator;

/** What the store's progress becomes when a call has ended: another node may have taken the lead up meanwhile. Pure. */
final class Settling {
    private Settling() {}

    /**
     * A well-formed answer is kept whoever gave it, so that no further call is made; the first one counts. Any other
     * counts only where the lead is still in this very attempt.
     *
     * @param sent the progress with which the call began
     * @param ended what the rules make of its answer, with the attempt in its history
     */
    static UnaryOperator<Progress> of(Progress sent, Progress ended, RoutingOutcome answer, Attempt attempt) {
        return before -> {
            if (isDelivered(before)) {
                return before.withEnded(attempt);
            }
            boolean isOurs = before.state() == State.SENDING && before.attempts() == sent.attempts();
            return isOurs || answer instanceof Routed || answer instanceof Disqualified
                    ? ended
                    : before.withEnded(attempt);
        };
    }

    static UnaryOperator<Progress> unlessDelivered(Progress progress) {
        return before -> isDelivered(before) ? before : progress;
    }

    private static boolean isDelivered(Progress progress) {
        return progress.state().isMeantToBeSent() && !progress.state().isUndelivered();
    }
}
