package io.github.usher.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is committed durable at the price of one small write. H2 commits in memory alone; what was changed goes to a
 * journal, as the statements that changed it, and H2's file is written now and then for all that came meanwhile. The tables
 * hold the position up to which the journal is in them, each transaction its own, so that whatever H2 has written at
 * whatever moment the rest can be done again.
 */
final class WriteAhead implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    /** As long as H2 keeps what was replaced in its own file. */
    private static final Duration KEPT = Duration.ofMillis(FileRoom.KEPT_MILLIS);

    private static final String TABLE = "usher_journal";
    private static final String POSITION = "select position from " + TABLE;
    private static final String MOVE_ON = "update " + TABLE + " set position = ?";

    private final Journal journal;
    private final MVStore store;
    private final FileChannel channel;
    private final Lock changing;
    private final GroupSync groupSync = new GroupSync(this::write);
    private final Lock settling = new ReentrantLock();
    private volatile boolean begun;
    /** Guarded by {@link #settling}, as the next one. */
    private long settled = System.nanoTime();
    /** The other file of the journal holds what is not on the disk of the database; stays so where that has failed. */
    private boolean unsettled;

    /**
     * @param file of the database
     * @param channel to that file
     * @param changing held by whoever changes something, until it is committed
     */
    WriteAhead(Path file, MVStore store, FileChannel channel, Lock changing) throws IOException {
        this.journal = new Journal(file);
        this.store = store;
        this.channel = channel;
        this.changing = changing;
    }

    private static long position(Connection plain) throws SQLException {
        return Sql.query(plain, Sql::number, POSITION).get(0);
    }

    /** Does again what the tables lack, and empties the journal. The tables of submissions are there by now. */
    void begin(Connection plain) throws SQLException, IOException {
        makeTable(plain);
        redo(plain);
        writeDatabase();
        channel.force(false);
        journal.clear();
        begun = true;
    }

    private static void makeTable(Connection plain) throws SQLException {
        Sql.update(plain, "create table if not exists " + TABLE + " (position bigint not null)");
        if (Sql.query(plain, Sql::number, POSITION).isEmpty()) {
            Sql.update(plain, "insert into " + TABLE + " (position) values (0)");
        }
        plain.commit();
    }

    private void redo(Connection plain) throws SQLException, IOException {
        long position = position(plain);
        int done = 0;
        for (var entry : journal.read()) {
            if (entry.position() > position) {
                for (var change : entry.changes()) {
                    redo(plain, change);
                }
                position = entry.position();
                Sql.update(plain, MOVE_ON, position);
                plain.commit();
                done++;
            }
        }
        journal.goOnFrom(position);
        if (done > 0) {
            LOG.log(Level.DEBUG, done + " changes of the store were taken from its journal.");
        }
    }

    /** Where the file had to be read as it was some time ago, a row may be there that the journal brings. */
    private static void redo(Connection plain, Change change) throws SQLException {
        try {
            Sql.update(plain, change.statement(), change.asGiven());
        } catch (SQLException failed) {
            if (!Transaction.isRace(failed)) {
                throw failed;
            }
            LOG.log(Level.DEBUG, "A change of the journal does not fit the store's file any more.", failed);
        }
    }

    /** A connection whose changes go to the journal with its commit; what is done before the beginning is in it anyway. */
    Connection recording(KeepingConnection plain) {
        if (!begun) {
            return plain;
        }
        var changes = new ArrayList<Change>();
        return Lent.of(RecordingConnection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "changed" -> changes.add(Change.of((String) arguments[0], (Object[]) arguments[1]));
            case "commit" -> commit(plain, changes);
            case "rollback" -> rollback(plain, changes, method, arguments);
            default -> Lent.call(plain, method, arguments);
        });
    }

    private @Nullable Object commit(Connection plain, List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            plain.commit();
            return null;
        }
        long position = journal.next();
        Sql.update(plain, MOVE_ON, position);
        plain.commit();
        journal.add(position, List.copyOf(changes));
        changes.clear();
        return null;
    }

    private static @Nullable Object rollback(
            Connection plain, List<Change> changes, Method method, @Nullable Object[] arguments) throws Throwable {
        changes.clear();
        return Lent.call(plain, method, arguments);
    }

    /** Returns once everything that was committed before is on the disk. */
    void sync() throws IOException, InterruptedException {
        groupSync.sync();
    }

    private long write(LongSupplier asked) throws IOException {
        long upTo = asked.getAsLong();
        journal.write();
        return upTo;
    }

    /** Bytes of the journal that the database's file does not hold yet. */
    long waiting() {
        return journal.size();
    }

    /** {@link #settle}; where somebody is at it, it is left to him. */
    void settleUnlessSomebodyDoes() throws IOException {
        if (settling.tryLock()) {
            try {
                settle();
            } finally {
                settling.unlock();
            }
        }
    }

    /**
     * Writes the database's file, so that the journal is no longer needed. After one that failed there is no other: a
     * journal that takes the next turn would lose what the file does not hold.
     */
    void settle() throws IOException {
        settling.lock();
        try {
            refuseIfUnsettled();
            unsettled = true;
            journal.turn();
            writeDatabase();
            channel.force(false);
            unsettled = false;
            settled = System.nanoTime();
        } finally {
            settling.unlock();
        }
    }

    /** Does so where there is anything to be done; later nothing of what was written stays in the journal either. */
    void settleNowAndThen() throws IOException {
        settling.lock();
        try {
            if (journal.size() > 0) {
                settle();
            }
            refuseIfUnsettled();
            if (System.nanoTime() - settled > KEPT.toNanos()) {
                journal.clearOther();
            }
            journal.cutOff();
        } finally {
            settling.unlock();
        }
    }

    private void refuseIfUnsettled() throws IOException {
        if (unsettled) {
            throw new IOException("The store's file could not be written before.");
        }
    }

    private void writeDatabase() throws IOException {
        changing.lock();
        try {
            do {
                store.commit();
            } while (store.hasUnsavedChanges());
        } catch (MVStoreException failed) {
            throw new IOException(failed.getMessage(), failed);
        } finally {
            changing.unlock();
        }
    }

    boolean isThere() {
        return journal.isThere();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
