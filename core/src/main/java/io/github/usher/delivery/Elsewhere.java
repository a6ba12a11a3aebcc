package io.github.usher.delivery;

import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Waits for the outcome of a call that another node makes, by looking at the store again and again, for all who wait at
 * once. Thread-safe.
 */
final class Elsewhere {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    /** Further visitors are answered as if nothing were under way. */
    private static final int MOST = 500;

    private final SubmissionStore store;
    private final LongSupplier ticker;
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();

    Elsewhere(SubmissionStore store, LongSupplier ticker) {
        this.store = store;
        this.ticker = ticker;
    }

    /** Whether a first call of it is or may be under way, as far as the store tells. */
    static boolean isOpen(Submission submission) {
        return submission.state() == State.SENDING
                || (submission.state() == State.WAITING && submission.progress().attempts() == 0);
    }

    /**
     * Completes with the submission as that call leaves it, or never.
     *
     * @param nanos how long anybody waits for that
     */
    CompletableFuture<Submission> outcome(Submission submission, long nanos) {
        if (awaited.size() >= MOST) {
            return CompletableFuture.completedFuture(submission);
        }
        return awaited.computeIfAbsent(
                        submission.id(), id -> new Awaited(ticker.getAsLong() + nanos, new CompletableFuture<>()))
                .outcome();
    }

    boolean isAwaited() {
        return !awaited.isEmpty();
    }

    /** One look at the store for each that is waited for. Blocks. */
    void look() {
        awaited.forEach((id, waiting) -> {
            if (ticker.getAsLong() - waiting.end() >= 0) {
                awaited.remove(id, waiting);
                return;
            }
            try {
                var now = store.byId(id);
                if (now.isEmpty() || !isOpen(now.get())) {
                    awaited.remove(id, waiting);
                    now.ifPresent(waiting.outcome()::complete);
                }
            } catch (StoreException failed) {
                LOG.log(Level.DEBUG, "The store could not be asked for submission " + id + ".", failed);
            }
        });
    }

    /** @param end when nobody waits any longer, by the ticker */
    private record Awaited(long end, CompletableFuture<Submission> outcome) {}
}
