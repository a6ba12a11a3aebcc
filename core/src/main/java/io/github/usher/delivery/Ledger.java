package io.github.usher.delivery;

import io.github.usher.delivery.Asked.Question;
import io.github.usher.delivery.Unwritten.Entry;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.Saved;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The store, as far as one can wait for it: what it does not take in time is kept in memory, bounded, and written when
 * it is back, with the state that it has by then. Thread-safe.
 */
final class Ledger {
    /** With what a lead needs at most, some 100 MB; commonly some 10. */
    private static final int MOST_IN_MEMORY = 10_000;

    private static final int WRITTEN_AT_ONCE = 200;

    private final SubmissionStore store;
    private final Executor storeThreads;
    private final Unwritten unwritten = new Unwritten(MOST_IN_MEMORY);
    private final StoreTrouble trouble;
    private final Lock writing = new ReentrantLock();

    /** @param storeThreads may block; a bounded number of them, with a bounded queue that refuses what is too much */
    Ledger(SubmissionStore store, Executor storeThreads, LongSupplier ticker) {
        this.store = store;
        this.storeThreads = storeThreads;
        this.trouble = new StoreTrouble(ticker);
    }

    /** The store itself, for those who may block. */
    SubmissionStore store() {
        return store;
    }

    /**
     * Saves on a thread of ours, and waits for that at most so long. Where the store fails or takes longer the submission
     * is kept in memory from now on; a save that ends well after all is then followed by the state it has by then.
     */
    Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash, Duration patience)
            throws StoreException {
        var saving = Asked.on(storeThreads, () -> store.saveSoon(submission, repeats, tokenHash));
        try {
            var saved = saving.within(patience);
            trouble.isOver(unwritten);
            return saved;
        } catch (StoreException failed) {
            keepUnsaved(submission, repeats, saving);
            throw failed;
        }
    }

    private void keepUnsaved(Submission submission, Repeats repeats, Asked<Saved> saving) {
        boolean mayEndWell = saving.letGo();
        if (!unwritten.add(Entry.unsaved(submission, repeats, mayEndWell))) {
            trouble.noRoom();
        }
        if (mayEndWell) {
            saving.answer().whenComplete((saved, failed) -> lateSave(submission.id(), saved));
        }
    }

    /** A look at the store that is not waited for longer than that, and is not taken at all then where it has not begun. */
    <T> T look(Question<T> question, Duration patience) throws StoreException {
        var asked = Asked.on(storeThreads, () -> CompletableFuture.completedFuture(question.ask()));
        try {
            return asked.within(patience);
        } catch (StoreException failed) {
            asked.letGo();
            throw failed;
        }
    }

    private void lateSave(String id, @Nullable Saved saved) {
        unwritten.saveEnded(id, saved != null && saved.submission().id().equals(id));
        later(this::writeUnlessSomebodyDoes);
    }

    private void later(Runnable work) {
        try {
            storeThreads.execute(work);
        } catch (RejectedExecutionException nextTickDoesIt) {
            trouble.tell(nextTickDoesIt, unwritten);
        }
    }

    void tell(Exception failed) {
        trouble.tell(failed, unwritten);
    }

    /** Each second: what is at stake, where something is. */
    void remind() {
        trouble.remind(unwritten);
    }

    /** Where it is in memory alone, or further there than in the store. */
    Optional<Submission> inMemory(String id) {
        return unwritten.of(id);
    }

    /** What that submission repeats, where the store does not know of it. */
    Optional<Submission> repeatedInMemory(Submission submission, Repeats repeats) {
        return unwritten
                .repeatedBy(repeats, submission.acceptedAt())
                .filter(earlier ->
                        !submission.state().isUndelivered() || earlier.state().isMeantToBeSent());
    }

    List<Submission> dueInMemory(Instant now, int most) {
        return unwritten.due(now, most);
    }

    void clockWasSet(Duration by) {
        unwritten.clockWasSet(by);
    }

    /** Notes that a call begins; returns what is sent, or null where it is not to be sent. Blocks. */
    @Nullable
    Submission begin(Submission submission, Instant now) throws StoreException {
        var here = unwritten.of(submission.id());
        if (here.isPresent()) {
            var sending = here.get().with(here.get().progress().sending(now));
            return maySend(here.get().progress()) && unwritten.progress(submission.id(), sending.progress())
                    ? sending
                    : null;
        }
        var begins = new AtomicBoolean();
        var changed = store.update(submission.id(), before -> {
            begins.set(maySend(before));
            return begins.get() ? before.sending(now) : before;
        });
        return begins.get() ? changed.orElse(null) : null;
    }

    private static boolean maySend(Progress progress) {
        return progress.state() == State.WAITING || progress.state() == State.NEEDS_YOU;
    }

    /**
     * Notes how a call has ended, here at once and then in the store. May block.
     *
     * @param settle what the store's progress becomes; it may be another node's by now
     * @return completes with the submission as it stands then, on whatever thread wrote it; never exceptionally
     */
    CompletableFuture<Submission> ended(Submission finished, UnaryOperator<Progress> settle) {
        if (unwritten.progress(finished.id(), finished.progress())) {
            writeUnlessSomebodyDoes();
            return CompletableFuture.completedFuture(finished);
        }
        // Empty: erased meanwhile, and nothing is tried again then.
        return Asked.soon(() -> store.updateSoon(finished.id(), settle))
                .thenApply(kept -> kept.orElse(finished))
                .exceptionally(failed -> {
                    keep(finished, settle);
                    trouble.tell(Asked.cause(failed), unwritten);
                    return finished;
                });
    }

    /** Keeps in memory what is to be written as soon as the store takes it. Does not block. */
    void keep(Submission finished, UnaryOperator<Progress> settle) {
        if (!unwritten.progress(finished.id(), finished.progress())
                && !unwritten.add(Entry.changed(finished, settle))) {
            trouble.noRoom();
        }
    }

    /**
     * {@link #writeAll}; where somebody is at it, it is left to him and to the next look: with thousands in memory all
     * threads would write the same ones.
     */
    void writeUnlessSomebodyDoes() {
        if (writing.tryLock()) {
            try {
                writeAll();
            } finally {
                writing.unlock();
            }
        }
    }

    /** Writes what is in memory alone, oldest first, until the store fails. Blocks. */
    void writeAll() {
        writing.lock();
        try {
            writeOldest();
        } finally {
            writing.unlock();
        }
    }

    private void writeOldest() {
        for (var entry : unwritten.writable(WRITTEN_AT_ONCE)) {
            try {
                write(entry);
                unwritten.written(entry);
            } catch (StoreException | RuntimeException | Error stillFails) {
                trouble.tell(stillFails, unwritten);
                return;
            }
        }
        if (unwritten.size() == 0) {
            trouble.isOver(unwritten);
        }
    }

    private void write(Entry entry) throws StoreException {
        var repeats = entry.repeats();
        if (repeats != null
                && store.save(entry.submission(), repeats.ofNoOther(entry.id()), null) instanceof Saved.Fresh) {
            return;
        }
        store.update(entry.id(), entry.settle());
    }

    /** How many leads would be lost with this process. */
    int atStake() {
        return unwritten.atStake();
    }
}
