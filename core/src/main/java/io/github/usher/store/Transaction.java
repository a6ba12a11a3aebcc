package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/** Work on a connection, all of it or nothing. */
final class Transaction {
    private static final int MOST_TRIES = 50;

    private Transaction() {}

    /** Once more where another was faster. */
    static <T> T run(Database database, Work<T> work) throws SQLException, StoreException, UnreadableRecordException {
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

    /** What is done with one connection; it may be done several times, and by any thread. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException, StoreException, UnreadableRecordException;
    }

    /** What gives what came of such work, or fails as it did. */
    @FunctionalInterface
    interface Call<T> {
        T get() throws SQLException, StoreException, UnreadableRecordException;
    }
}
