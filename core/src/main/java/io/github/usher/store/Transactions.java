package io.github.usher.store;

import io.github.usher.store.Transaction.Call;
import io.github.usher.store.Transaction.Work;
import io.github.usher.submission.StoreException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs work in transactions, and says with one sentence where the database fails. Thread-safe. */
final class Transactions {
    private final Database database;
    private final @Nullable GroupCommit group;

    Transactions(Database database) {
        this.database = database;
        var changing = database.changing();
        this.group = changing == null ? null : new GroupCommit(database, changing);
    }

    <T> T read(Work<T> work) throws StoreException {
        return Undisturbed.call(() -> said(() -> Transaction.run(database, work)));
    }

    /** Returns once it is on the disk. */
    <T> T write(Work<T> work) throws StoreException {
        return Undisturbed.call(() -> said(() -> group == null ? alone(work) : group.write(work)));
    }

    /**
     * The same, where nobody's thread waits for it: returns at once where others are at it, who make it with theirs.
     *
     * @return completes once it is on the disk, or as {@link #write} fails
     */
    <T> CompletableFuture<T> writeSoon(Work<T> work) throws StoreException {
        var all = group;
        return all == null
                ? CompletableFuture.completedFuture(write(work))
                : Undisturbed.call(() -> all.writeSoon(work, this::said));
    }

    private <T> T alone(Work<T> work) throws SQLException, StoreException, UnreadableRecordException {
        var result = Transaction.run(database, work);
        database.sync();
        return result;
    }

    private <T> T said(Call<T> call) throws StoreException {
        try {
            return call.get();
        } catch (SQLException failed) {
            database.noteFailure(failed);
            throw failure(failed);
        } catch (UnreadableRecordException unreadable) {
            throw new StoreException("A submission cannot be read. " + unreadable.getMessage(), unreadable);
        }
    }

    static StoreException failure(SQLException failed) {
        return new StoreException(DatabaseWords.sentence(failed), DatabaseWords.trace(failed));
    }
}
