package io.github.usher.delivery;

import io.github.usher.submission.Submission;
import io.github.usher.submission.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The hand-off pages that this node gave out lately: the token that the store has only as a hash, and the deadline. The
 * submissions of the latest are known, so that a store that hangs keeps none of their visitors: whole until something has come
 * of them, and then as much of each as leads its prospect on.
 */
final class Visits {
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST = 20_000;
    private static final Duration KNOWN = Duration.ofMinutes(2);
    /** As many as may wait for a slow API at once; some 50 MB, where leads are large. */
    private static final int MOST_KNOWN = 10_000;

    private final Recent<Visit> byId = recent(REMEMBERED, MOST);
    /** By the token's hash. */
    private final Recent<Submission> submissions = recent(KNOWN, MOST_KNOWN);

    private static <V> Recent<V> recent(Duration time, int most) {
        return new Recent<>(time, most, System::nanoTime);
    }

    void put(Submission submission, Visit visit) {
        byId.put(submission.id(), visit);
        submissions.put(visit.tokenHash(), submission);
    }

    /** What has come of it. No page shows what was submitted: of thousands that would be most of what they take. */
    void now(Submission submission) {
        of(submission.id()).ifPresent(visit -> submissions.replace(visit.tokenHash(), submission.withoutValues()));
    }

    /** True once for each. */
    boolean isFirstLook(String id) {
        var visit = byId.get(id);
        return visit != null && visit.looked().compareAndSet(false, true);
    }

    Optional<Visit> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Submission> byTokenHash(String hash) {
        return Optional.ofNullable(submissions.get(hash));
    }

    /**
     * @param deadline when the prospect has waited long enough, in {@link System#nanoTime()}
     * @param looked whether anybody has asked for its page
     */
    record Visit(Token token, String tokenHash, long deadline, AtomicBoolean looked) {
        Visit(Token token, long deadline) {
            this(token, token.hash(), deadline, new AtomicBoolean());
        }
    }
}
