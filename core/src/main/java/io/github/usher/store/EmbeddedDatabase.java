package io.github.usher.store;

import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore.Room;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * H2 in one file, opened by this process alone and by no port.
 *
 * <p>Changes come one at a time: where much has changed, H2 writes its file by itself at the end of one of them, table by
 * table, and of another that is under way a half could be in it. Each is committed in memory alone; {@link #sync},
 * which follows it, writes all that have come meanwhile to a journal in one piece and waits for the disk: see
 * {@link WriteAhead}. Its driver is never registered, and it has no thread of its own.
 */
final class EmbeddedDatabase implements Database {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    /**
     * Whether the files are there and have room, which takes six calls of the system, is asked no oftener: what comes
     * meanwhile is less than the reserve by far, and what went into a file that was taken away is read out of it.
     */
    private static final long LOOKED_AT_EACH = Duration.ofMillis(10).toNanos();

    static final String NAME = "usher";
    static final String SUFFIX = ".mv.db";

    private final LockedFolder folder;
    private final Path file;
    private final FileChannel channel;
    private final FileRoom room;
    private final @Nullable Object fileKey;
    private final JdbcConnection keepsItOpen;
    private final ConnectionPool pool;
    private final WriteAhead writeAhead;
    private final Tidying tidying;
    /** Fair, so that whoever writes the file for all gets his turn. */
    private final Lock changing = new ReentrantLock(true);

    private volatile @Nullable Loss loss;
    private volatile long looked = System.nanoTime() - LOOKED_AT_EACH;

    /** @param maxBytes over which it counts as full */
    EmbeddedDatabase(LockedFolder folder, long maxBytes) throws IOException, SQLException {
        this.folder = folder;
        this.file = fileIn(folder.path());
        PrivateFiles.createFile(file);
        this.keepsItOpen = H2.openFirst(folder.path().resolve(NAME));
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.room = new FileRoom(file, mvStore(), maxBytes, FileRoom.KEPT_MILLIS);
        this.fileKey = key(file);
        this.pool = new ConnectionPool(() -> H2.open(folder.path().resolve(NAME)));
        this.writeAhead = new WriteAhead(file, mvStore(), channel, changing);
        this.tidying = new Tidying(room, changing, writeAhead);
    }

    static Path fileIn(Path folder) {
        return folder.resolve(NAME + SUFFIX);
    }

    @Override
    public Connection connect() throws SQLException {
        return writeAhead.recording(pool.take());
    }

    @Override
    public void upgraded() throws SQLException {
        try {
            writeAhead.begin(keepsItOpen);
        } catch (IOException failed) {
            throw notTaken(failed);
        }
    }

    @Override
    public void sync() throws SQLException {
        try {
            writeAhead.sync();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new SQLException("The store ends.", ending);
        } catch (IOException failed) {
            throw notTaken(failed);
        }
    }

    /** All is kept, whatever becomes of this: what went wrong is seen by whoever looks for a {@link #loss}. */
    @Override
    public void afterSync() {
        if (writeAhead.waiting() <= room.journal()) {
            return;
        }
        try {
            writeAhead.settleUnlessSomebodyDoes();
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.DEBUG, "The store's file could not be written.", notTaken(failed));
        }
    }

    private SQLException notTaken(Exception failed) {
        var unwritten = new SQLException("The disk did not take it: " + failed.getMessage(), failed);
        noteFailure(unwritten);
        return unwritten;
    }

    private MVStore mvStore() {
        return H2.database(keepsItOpen).getStore().getMvStore();
    }

    @Override
    public void checkWritable() throws StoreException {
        long now = System.nanoTime();
        if (now - looked >= LOOKED_AT_EACH) {
            look();
            looked = now;
        }
    }

    private void look() throws StoreException {
        if (!isThere()) {
            loss = Loss.GONE;
            throw new StoreException("The store's file " + file + " was moved or deleted while it was in use.");
        }
        room.check(roomOnceTidied());
    }

    private Room roomOnceTidied() throws StoreException {
        var now = room.now();
        if (!room.isToBeTidied(now)) {
            return now;
        }
        tidy(tidying::nowAndThen);
        return room.now();
    }

    @Override
    public int forgettable() throws StoreException {
        if (room.isToBeTidied(room.now())) {
            tidy(writeAhead::settle);
        }
        return room.forgettable(roomOnceTidied());
    }

    private boolean isThere() {
        return isFileThere() && writeAhead.isThere();
    }

    private boolean isFileThere() {
        try {
            var now = key(file);
            return now == null || now.equals(fileKey);
        } catch (IOException gone) {
            return false;
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }

    @Override
    public Lock changing() {
        return changing;
    }

    @Override
    public void noteFailure(SQLException failed) {
        var found = Loss.of(failed);
        if (found != null && loss == null) {
            loss = found;
        }
    }

    @Override
    public @Nullable Loss loss() {
        return loss;
    }

    @Override
    public void tidy() throws StoreException {
        tidy(tidying::all);
    }

    private void tidy(Tidying.Step step) throws StoreException {
        try {
            step.take();
        } catch (IOException failed) {
            throw Transactions.failure(notTaken(failed));
        } catch (RuntimeException failed) {
            throw new StoreException("The room of what is old in the store's file could not be given back.", failed);
        }
    }

    @Override
    public Room room() {
        return room.now();
    }

    @Override
    public String where() {
        return folder.path().toString();
    }

    @Override
    public void crash() {
        loss = Loss.ENDED;
        close();
    }

    /** A file that is not trusted is set aside while the folder is still ours: nobody else takes it up. */
    @Override
    public void close() {
        try (folder) {
            closeFile();
            if (loss == Loss.UNTRUSTED && isFileThere()) {
                BrokenFiles.setAside(folder.path(), Instant.now());
            }
        } catch (StoreException failed) {
            LOG.log(Level.ERROR, "The store in " + folder.path() + " did not close well.", failed);
        }
    }

    /**
     * Of no use after all: it ends as it is, without a word, since whoever opened it says why. The folder stays locked.
     */
    void abandon() {
        if (loss == null) {
            loss = Loss.ENDED;
        }
        closeFile();
    }

    private void closeFile() {
        boolean isSound = loss == null || loss == Loss.GONE;
        try {
            if (isSound && (loss == Loss.GONE || !room.isScarce())) {
                closeInOrder();
            } else {
                closeAsItIs();
            }
        } catch (SQLException | IOException failed) {
            LOG.log(
                    isSound ? Level.WARNING : Level.DEBUG,
                    "The store in " + folder.path()
                            + " did not close well, and is looked through when it is opened again. "
                            + (failed instanceof SQLException sql ? DatabaseWords.sentence(sql) : failed.getMessage()));
        } finally {
            closeChannel();
        }
    }

    private void closeInOrder() throws SQLException, IOException {
        pool.close();
        try (writeAhead;
                keepsItOpen) {
            if (loss == null) {
                writeAhead.settle();
            }
        }
    }

    @Override
    public @Nullable Remains remains() {
        return isFileGone() ? new Remains(channel) : null;
    }

    private boolean isFileGone() {
        return loss == Loss.GONE && !isFileThere();
    }

    /**
     * Writes nothing more: all that was taken is on the disk, the file is not trusted, or there is no room for the
     * housekeeping of an orderly end.
     */
    private void closeAsItIs() throws SQLException, IOException {
        H2.database(keepsItOpen).shutdownImmediately();
        pool.close();
        writeAhead.close();
    }

    /** What is gone can still be read through it. */
    private void closeChannel() {
        if (isFileGone()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.log(Level.DEBUG, "A file that is no longer used did not close well.", failed);
        }
    }
}
