package io.github.usher.store;

import io.github.usher.store.Transaction.Work;
import io.github.usher.submission.StoreException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Lock;

/**
 * Makes changes one at a time, and those of all who wait in one transaction and with one sync. Whoever comes while nobody
 * is at it does so for himself and for those who came before the lock was his; one of those who come meanwhile is next,
 * while the disk is asked. Where one of them fails each is made for itself, so that nobody hears of what another did.
 * Thread-safe.
 */
final class GroupCommit {
    /** Some 5 ms, so that nobody waits long for the others. */
    private static final int AT_MOST = 64;

    private final Database database;
    private final Lock changing;
    /** Guards itself and {@link #busy}. */
    private final Queue<Turn<?>> waiting = new ArrayDeque<>();

    private boolean busy;

    /** @param changing held while something is changed, until it is committed */
    GroupCommit(Database database, Lock changing) {
        this.database = database;
        this.changing = changing;
    }

    /** Returns once it is on the disk. */
    <T> T write(Work<T> work) throws SQLException, StoreException, UnreadableRecordException {
        var turn = new Turn<>(work);
        if (isNextNow(turn) || turn.isNext()) {
            writeAllThatWait();
        }
        return turn.result();
    }

    /** False where somebody is at it, who will do it or say who is next. */
    private boolean isNextNow(Turn<?> turn) {
        synchronized (waiting) {
            waiting.add(turn);
            boolean isNext = !busy;
            busy = true;
            return isNext;
        }
    }

    private void writeAllThatWait() {
        var group = new ArrayList<Turn<?>>();
        try {
            change(group);
            database.sync();
        } catch (SQLException | RuntimeException | Error failed) {
            group.forEach(turn -> turn.fail(() -> {
                throw failed;
            }));
        } finally {
            group.forEach(Turn::end);
        }
        database.afterSync();
    }

    private void change(List<Turn<?>> group) throws SQLException {
        changing.lock();
        try {
            takeThoseWhoWait(group);
            if (group.size() == 1 || !areMadeTogether(group)) {
                group.forEach(turn -> turn.makeAlone(database));
            }
        } finally {
            changing.unlock();
            passOn();
        }
    }

    private void takeThoseWhoWait(List<Turn<?>> group) {
        synchronized (waiting) {
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

    private void passOn() {
        synchronized (waiting) {
            var next = waiting.peek();
            busy = next != null;
            if (next != null) {
                next.beNext();
            }
        }
    }
}
