package io.github.usher.store;

import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore.Room;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Where the tables are. Thread-safe. */
interface Database extends AutoCloseable {
    /** A connection without auto-commit, which goes back when it is closed. */
    Connection connect() throws SQLException;

    /** Hears that the tables are those of today, before anything else is done with them. */
    void upgraded() throws SQLException;

    /** Returns once everything that was committed before is on the disk. */
    void sync() throws SQLException;

    /** What is due after a {@link #sync}, and need not be waited for by those whom that was for. */
    void afterSync();

    /** Refuses new submissions where there is no room for them, or nothing that can be trusted to keep them. */
    void checkWritable() throws StoreException;

    /**
     * How many submissions may be forgotten in one transaction.
     *
     * @throws StoreException where there is no room for that: what frees room writes first
     */
    int forgettable() throws StoreException;

    /** Held by each change until it is committed; null where the database itself keeps changes apart. */
    @Nullable
    Lock changing();

    /** Work that is due now and then, such as making the file smaller. */
    void tidy() throws StoreException;

    /** Hears of each statement that failed. */
    void noteFailure(SQLException failed);

    /** Why it has to be opened anew; null where it need not. */
    @Nullable
    Loss loss();

    Room room();

    String where();

    /** What a file that is gone still holds, after the database was closed; null where nothing is gone. */
    @Nullable
    Remains remains();

    /** Ends as with the process: nothing more is written. */
    void crash();

    @Override
    void close();
}
