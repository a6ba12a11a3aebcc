package io.github.usher.store;

import io.github.usher.store.Transaction.Call;
import io.github.usher.store.Transaction.Work;
import io.github.usher.submission.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** Work of a thread that waits until another has done it, or until it is to do so itself for all who wait. */
final class Turn<T> {
    private final Work<T> work;
    private final Thread owner = Thread.currentThread();
    /** Written by whoever is at it, before {@link #state} tells of the end. */
    private Call<T> outcome = () -> {
        throw new IllegalStateException("Nobody has done it.");
    };

    private boolean failed;
    private boolean interrupted;
    private volatile State state = State.WAITS;

    Turn(Work<T> work) {
        this.work = work;
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

    /** Waits; true where its owner is the next to make all that wait. */
    boolean isNext() {
        while (state == State.WAITS) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        return state == State.IS_NEXT;
    }

    void beNext() {
        goOn(State.IS_NEXT);
    }

    void end() {
        goOn(State.IS_OVER);
    }

    private void goOn(State now) {
        state = now;
        if (owner != Thread.currentThread()) {
            LockSupport.unpark(owner);
        }
    }

    /** What came of it, for its owner and once it is over. */
    T result() throws SQLException, StoreException, UnreadableRecordException {
        if (interrupted) {
            owner.interrupt();
        }
        return outcome.get();
    }

    private enum State {
        WAITS,
        IS_NEXT,
        IS_OVER
    }
}
