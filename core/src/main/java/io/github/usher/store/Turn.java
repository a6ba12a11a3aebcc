package io.github.usher.store;

import io.github.usher.store.Transaction.Call;
import io.github.usher.store.Transaction.Work;
import io.github.usher.submission.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work that waits until somebody does it, and what came of it. Used by one thread after the other. */
final class Turn<T> {
    private final Work<T> work;
    private final @Nullable WaitingThread thread;
    private final Over<T> over;
    /** Written by whoever is at it, before {@link #over} hears of the end. */
    private Call<T> outcome = () -> {
        throw new IllegalStateException("Nobody has done it.");
    };

    private boolean failed;

    private Turn(Work<T> work, @Nullable WaitingThread thread, Over<T> over) {
        this.work = work;
        this.thread = thread;
        this.over = over;
    }

    /** Work that a thread waits for, and may be told to do by itself. */
    static <T> Turn<T> of(Work<T> work, WaitingThread thread) {
        return new Turn<>(work, thread, outcome -> thread.goOn());
    }

    /** Work that no thread waits for. */
    static <T> Turn<T> of(Work<T> work, Over<T> over) {
        return new Turn<>(work, null, over);
    }

    /** Who waits for it; null where no thread does. */
    @Nullable
    WaitingThread thread() {
        return thread;
    }

    boolean isMadeWith(Connection connection) {
        return isMade(() -> work.run(connection));
    }

    void makeAlone(Database database) {
        isMade(() -> Transaction.run(database, work));
    }

    private boolean isMade(Call<T> making) {
        try {
            var result = making.get();
            outcome = () -> result;
            failed = false;
        } catch (SQLException | StoreException | UnreadableRecordException | RuntimeException | Error thrown) {
            outcome = () -> {
                throw thrown;
            };
            failed = true;
        }
        return !failed;
    }

    /** It was made, and yet it is not kept. What has failed for itself stays what it is. */
    void fail(Call<T> why) {
        if (!failed) {
            outcome = why;
            failed = true;
        }
    }

    void end() {
        over.with(outcome);
    }

    /** What came of it, once it is over. */
    T result() throws SQLException, StoreException, UnreadableRecordException {
        return outcome.get();
    }

    /** Hears what came of work. */
    @FunctionalInterface
    interface Over<T> {
        void with(Call<T> outcome);
    }
}
