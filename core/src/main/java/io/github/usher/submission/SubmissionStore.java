package io.github.usher.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps submissions. What {@link #save} returned is kept, whatever happens next.
 *
 * <p>Thread-safe. Calls may take long: they are made on threads of ours, and a request waits for them only within
 * {@code store.patience}. Several nodes may share one store; each change below is one step for all of them.
 *
 * <p>A {@link StoreException} means that nothing of what was asked has been confirmed; its message is for the admin.
 */
public interface SubmissionStore extends AutoCloseable {
    /** How many submissions {@link #each} holds in memory at once. */
    int PAGE = 100;

    /**
     * Saves a submission, unless it repeats an earlier one; both in one step, so that of two at once one is fresh, over
     * nodes and restarts. What is to be sent never counts as a repeat of what was only observed or held back.
     *
     * <p>Any state may be saved: a lead that was sent from memory while the store failed is saved as it stands. An id
     * that is there already is the same submission: it is kept as it is there, and given back as {@link Saved.Repeated}.
     *
     * @param tokenHash hash of the hand-off page's token; null where there is no such page. For a repeat it becomes a
     *     further token of the earlier submission
     */
    Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash) throws StoreException;

    /**
     * As {@link #save}, without keeping the thread until it is on the disk where the store makes the changes of many in one
     * step. Called on threads of ours, since it may block all the same.
     *
     * @return completes as {@code save} ends, on whatever thread made it: what follows there must not wait
     * @throws StoreException where it is refused at once
     */
    default CompletableFuture<Saved> saveSoon(Submission submission, Repeats repeats, @Nullable String tokenHash)
            throws StoreException {
        return CompletableFuture.completedFuture(save(submission, repeats, tokenHash));
    }

    Optional<Submission> byId(String id) throws StoreException;

    Optional<Submission> byTokenHash(String tokenHash) throws StoreException;

    /**
     * Replaces a submission by what the change makes of the present one; returns it as it is then, empty where it is not
     * (or no longer) there. Where several change one at once the function is called again with what the other left, so
     * it must be a function of its argument alone. Its id, form and time of acceptance stay.
     *
     * <p>Whoever makes it {@link State#SENDING} owns it: see {@link #takeUp}.
     */
    Optional<Submission> change(String id, UnaryOperator<Submission> change) throws StoreException;

    /** As {@link #change}, in the way of {@link #saveSoon}. */
    default CompletableFuture<Optional<Submission>> changeSoon(String id, UnaryOperator<Submission> change)
            throws StoreException {
        return CompletableFuture.completedFuture(change(id, change));
    }

    /** Replaces a submission's progress alone, as {@link #change} does. */
    default Optional<Submission> update(String id, UnaryOperator<Progress> change) throws StoreException {
        return change(id, found -> found.with(change.apply(found.progress())));
    }

    /** As {@link #update}, in the way of {@link #saveSoon}. */
    default CompletableFuture<Optional<Submission>> updateSoon(String id, UnaryOperator<Progress> change)
            throws StoreException {
        return changeSoon(id, found -> found.with(change.apply(found.progress())));
    }

    /**
     * Some of those that are meant, in the order that the selection names (by time of acceptance, then by id). For a
     * next page: the last one of the page before. What changes between two pages may be seen as it is then, or not.
     *
     * @param after the last one seen; null: from the beginning
     * @param most how many at most; all of them are in memory at once, and each may have some 10 KB
     */
    List<Submission> page(Selection selection, @Nullable Submission after, int most) throws StoreException;

    /** Goes through all that are meant, whatever their number, with {@value #PAGE} of them in memory at once. */
    default void each(Selection selection, Visitor visitor) throws StoreException {
        var page = page(selection, null, PAGE);
        while (!page.isEmpty()) {
            for (var submission : page) {
                if (!visitor.visit(submission)) {
                    return;
                }
            }
            page = page.size() < PAGE ? List.of() : page(selection, page.get(page.size() - 1), PAGE);
        }
    }

    /** How many are meant. */
    int count(Selection selection) throws StoreException;

    /** Those waiting whose next try has come, oldest first. To go through more than a page of them: {@link #each}. */
    default List<Submission> due(Instant now, int most) throws StoreException {
        return page(Selection.due(now), null, most);
    }

    /** All that stand in that state, oldest first. */
    default List<Submission> inState(State state, int most) throws StoreException {
        return page(Selection.in(state), null, most);
    }

    /** The latest of that person, newest first: any mapped value whose name ends in {@code email}, ignoring case. */
    default List<Submission> byEmail(String email, int most) throws StoreException {
        return page(Selection.all().ofEmail(email).newestFirstOfAll(), null, most);
    }

    /**
     * Drops all of that person, whatever their state; returns how many. A call that is under way for one of them ends
     * with a {@link #change} that finds nothing: it must not be tried again then.
     */
    int erase(String email) throws StoreException;

    /** Drops those in that state that were accepted before that time; returns how many. */
    int forget(State state, Instant before) throws StoreException;

    Counts counts() throws StoreException;

    /**
     * Marks this node as alive, and frees what nodes that have died were sending: it is waiting then, due at once.
     * Called every few seconds. A node that has not called this for about half a minute counts as dead, by a clock of
     * the others that never jumps. The first call frees whatever an earlier process left where no other can be at work.
     *
     * @return how many it freed
     */
    int takeUp() throws StoreException;

    /** This node's name among those that share the store: host and a few random letters, new with each start. */
    String node();

    /** A value that goes with the store and is the same on all nodes: a secret, or what has been proven once. */
    Optional<String> setting(String name) throws StoreException;

    /** The value that is there, or else this one, which is there from now on: the same for all who ask at once. */
    String settingOrPut(String name, String value) throws StoreException;

    /** Sets it, or takes it away where the value is null. */
    void putSetting(String name, @Nullable String value) throws StoreException;

    /** How much room it takes and has; for health, and never costly. */
    Room room();

    /** Where it keeps things, for the start-up line. */
    String where();

    @Override
    void close();

    /** Sees submissions one by one. */
    @FunctionalInterface
    interface Visitor {
        /** Returns whether to go on. */
        boolean visit(Submission submission) throws StoreException;
    }

    /**
     * @param waiting still to be sent
     * @param needsYou waiting for a person
     * @param oldestWaiting when the oldest of those still to be sent was accepted; null where there is none
     */
    record Counts(int waiting, int needsYou, @Nullable Instant oldestWaiting) {}

    /**
     * In bytes; what is not known, as of a database on another machine, is {@link #UNKNOWN}.
     *
     * @param used by what is kept
     * @param most that it may take
     * @param free on its disk
     */
    record Room(long used, long most, long free) {
        public static final long UNKNOWN = -1;

        public static Room unknown() {
            return new Room(UNKNOWN, UNKNOWN, UNKNOWN);
        }
    }
}
