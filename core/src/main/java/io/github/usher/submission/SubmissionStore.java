package io.github.usher.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps submissions. What {@link #save} returned is kept, whatever happens next.
 *
 * <p>Thread-safe. Calls may take long: they are made on threads of ours, and a request waits for them only within
 * {@code store.patience}.
 */
public interface SubmissionStore extends AutoCloseable {
    /**
     * Saves a submission, unless it repeats an earlier one; both in one step, so that of two at once one is fresh. What
     * is to be sent never counts as a repeat of what was only observed or held back.
     *
     * @param tokenHash hash of the hand-off page's token; null where there is no such page. For a repeat it becomes a
     *     further token of the earlier submission
     */
    Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash) throws StoreException;

    Optional<Submission> byId(String id) throws StoreException;

    Optional<Submission> byTokenHash(String tokenHash) throws StoreException;

    /** Replaces a submission's progress by what the change makes of the present one; returns it as it is then. */
    Optional<Submission> update(String id, UnaryOperator<Progress> change) throws StoreException;

    /** Those waiting whose next try has come, oldest first. */
    List<Submission> due(Instant now, int most) throws StoreException;

    /** All that stand in that state, oldest first. */
    List<Submission> inState(State state, int most) throws StoreException;

    /** Drops those in that state that were accepted before that time; returns how many. */
    int forget(State state, Instant before) throws StoreException;

    Counts counts() throws StoreException;

    /** Where it keeps things, for the start-up line. */
    String where();

    @Override
    void close();

    /**
     * @param waiting still to be sent
     * @param needsYou waiting for a person
     * @param oldestWaiting when the oldest of those still to be sent was accepted; null where there is none
     */
    record Counts(int waiting, int needsYou, @Nullable Instant oldestWaiting) {}
}
