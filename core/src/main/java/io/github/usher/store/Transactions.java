package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;

/**
 * Runs work in transactions: once more where another was faster, and with one sentence where the database fails.
 * Thread-safe.
 */
final class Transactions {
    private static final int MOST_TRIES = 50;

    private final Database database;

    Transactions(Database database) {
        this.database = database;
    }

    <T> T read(Work<T> work) throws StoreException {
        return Undisturbed.call(() -> run(work, false));
    }

    /** Returns once it is on the disk. */
    <T> T write(Work<T> work) throws StoreException {
        return Undisturbed.call(() -> run(work, true));
    }

    private <T> T run(Work<T> work, boolean writes) throws StoreException {
        try {
            if (!writes) {
                return inTransaction(work);
            }
            var lock = database.changing();
            var result = lock == null ? inTransaction(work) : alone(work, lock);
            database.sync();
            return result;
        } catch (SQLException failed) {
            database.noteFailure(failed);
            throw failure(failed);
        } catch (UnreadableRecordException unreadable) {
            throw new StoreException("A submission cannot be read. " + unreadable.getMessage(), unreadable);
        }
    }

    private <T> T alone(Work<T> work, Lock lock) throws SQLException, StoreException, UnreadableRecordException {
        lock.lock();
        try {
            return inTransaction(work);
        } finally {
            lock.unlock();
        }
    }

    private <T> T inTransaction(Work<T> work) throws SQLException, StoreException, UnreadableRecordException {
        for (int tries = 1; ; tries++) {
            try (var connection = database.connect()) {
                var result = apply(work, connection);
                connection.commit();
                return result;
            } catch (SQLException failed) {
                if (tries == MOST_TRIES || !isRace(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static <T> T apply(Work<T> work, Connection connection)
            throws SQLException, StoreException, UnreadableRecordException {
        boolean done = false;
        try {
            var result = work.run(connection);
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    /** A key that is there already, a deadlock, or a row that has changed: all end well when it begins again. */
    static boolean isRace(SQLException failed) {
        var state = failed.getSQLState();
        return state != null && (state.startsWith("23") || state.startsWith("40") || state.equals("90131"));
    }

    static StoreException failure(SQLException failed) {
        return new StoreException(DatabaseWords.sentence(failed), DatabaseWords.trace(failed));
    }

    /** What is done with one connection; it may be done several times. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException, StoreException, UnreadableRecordException;
    }
}
