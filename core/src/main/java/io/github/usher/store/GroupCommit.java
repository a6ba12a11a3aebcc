package io.github.usher.store;

import io.github.usher.store.Transaction.Call;
import io.github.usher.store.Transaction.Work;
import io.github.usher.submission.StoreException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes one at a time, and those of all who wait in one transaction and with one sync. Whoever comes while nobody
 * is at it does so for himself and for those who came before the lock was his. While the disk is asked, the next is at it:
 * one of those who wait with a thread, or who comes then; else whoever was at it goes on. Where one change fails each is made
 * for itself, so that nobody hears of what another did. Thread-safe.
 */
final class GroupCommit {
    /** Some 5 ms, so that nobody waits long for the others. */
    private static final int AT_MOST = 64;
    /** One changes something, and one waits for the disk: a third would only wait behind it, for a smaller group. */
    private static final int AT_IT = 2;
    /** Without a thread, which bounds the others: some 10 MB. A disk that hangs for long is told of by refusing them. */
    private static final int MOST_WAIT = 1_000;

    private final Database database;
    private final Lock changing;
    /** Guards itself, {@link #atIt} and {@link #someoneChanges}. */
    private final Queue<Turn<?>> waiting = new ArrayDeque<>();

    private int atIt;
    private boolean someoneChanges;

    /** @param changing held while something is changed, until it is committed */
    GroupCommit(Database database, Lock changing) {
        this.database = database;
        this.changing = changing;
    }

    /** Returns once it is on the disk. */
    <T> T write(Work<T> work) throws SQLException, StoreException, UnreadableRecordException {
        var thread = new WaitingThread();
        var turn = Turn.of(work, thread);
        if (isNextNow(turn) || thread.isNext()) {
            writeWhileSomeWait(turn);
        }
        thread.hearOfInterrupt();
        return turn.result();
    }

    /**
     * Returns at once where others are at it.
     *
     * @param words puts what failed into words
     * @return completes once it is on the disk, on the thread of whoever was at it
     */
    <T> CompletableFuture<T> writeSoon(Work<T> work, Words<T> words) throws StoreException {
        var end = new CompletableFuture<T>();
        var turn = Turn.of(work, outcome -> {
            try {
                end.complete(words.of(outcome));
            } catch (StoreException | RuntimeException | Error failed) {
                end.completeExceptionally(failed);
            }
        });
        if (waiting() >= MOST_WAIT) {
            throw new StoreException(StoreException.TOO_MANY_WAIT);
        }
        if (isNextNow(turn)) {
            writeWhileSomeWait(null);
        }
        return end;
    }

    private boolean isNextNow(Turn<?> turn) {
        synchronized (waiting) {
            waiting.add(turn);
            return isNextNow();
        }
    }

    /** Whether the caller is to be at it. */
    private boolean isNextNow() {
        synchronized (waiting) {
            if (waiting.isEmpty() || someoneChanges || atIt == AT_IT) {
                return false;
            }
            someoneChanges = true;
            atIt++;
            return true;
        }
    }

    /** @param own what the caller waits for, which goes first; null where it waits for none */
    private void writeWhileSomeWait(@Nullable Turn<?> own) {
        writeAllThatWait(own);
        while (goesOn()) {
            writeAllThatWait(null);
        }
    }

    /** Whether the caller is next again: some wait, and no thread of theirs is there to be at it. */
    private boolean goesOn() {
        synchronized (waiting) {
            if (!isNextNow()) {
                return false;
            }
            var next = firstThread();
            if (next != null) {
                next.beNext();
            }
            return next == null;
        }
    }

    private void writeAllThatWait(@Nullable Turn<?> own) {
        var group = new ArrayList<Turn<?>>(AT_MOST);
        try {
            change(own, group);
            database.sync();
        } catch (SQLException | RuntimeException | Error failed) {
            group.forEach(turn -> turn.fail(() -> {
                throw failed;
            }));
        } finally {
            // First: what follows may itself wait for a change.
            leave();
            group.forEach(Turn::end);
        }
        database.afterSync();
    }

    private void leave() {
        synchronized (waiting) {
            atIt--;
        }
    }

    private void change(@Nullable Turn<?> own, List<Turn<?>> group) throws SQLException {
        changing.lock();
        try {
            takeThoseWhoWait(own, group);
            if (group.size() == 1 || !areMadeTogether(group)) {
                group.forEach(turn -> turn.makeAlone(database));
            }
        } finally {
            changing.unlock();
            passOn();
        }
    }

    private void takeThoseWhoWait(@Nullable Turn<?> own, List<Turn<?>> group) {
        synchronized (waiting) {
            if (own != null && waiting.remove(own)) {
                group.add(own);
            }
            while (!waiting.isEmpty() && group.size() < AT_MOST) {
                group.add(waiting.remove());
            }
        }
    }

    /** False where one of them failed, and none is made. */
    private boolean areMadeTogether(List<Turn<?>> group) throws SQLException {
        try (var connection = database.connect()) {
            for (var turn : group) {
                if (!turn.isMadeWith(connection)) {
                    connection.rollback();
                    return false;
                }
            }
            connection.commit();
            return true;
        }
    }

    /** How many wait to be taken. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** To a thread that waits, if there is one. */
    private void passOn() {
        synchronized (waiting) {
            someoneChanges = false;
            var next = firstThread();
            if (next != null && isNextNow()) {
                next.beNext();
            }
        }
    }

    private @Nullable WaitingThread firstThread() {
        for (var turn : waiting) {
            if (turn.thread() != null) {
                return turn.thread();
            }
        }
        return null;
    }

    /** Says with a sentence what a database did. */
    @FunctionalInterface
    interface Words<T> {
        T of(Call<T> outcome) throws StoreException;
    }
}
