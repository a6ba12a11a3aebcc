package io.github.usher.store;

import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import io.github.usher.submission.SubmissionStore.Room;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * The room that the file of an embedded database has, and what is done so that it lasts. Each writing of it writes anew all
 * pages that were changed, and what they replaced stays in the file for a while: this alone fills a small disk soon.
 */
final class FileRoom {
    /** How long what was replaced stays, so that a file that breaks can be read as it was before. */
    static final int KEPT_MILLIS = 5_000;

    private static final int KEPT_WHERE_SCARCE_MILLIS = 200;
    /** Room is scarce where less than so many times what the file takes is free. */
    private static final int PLENTY = 3;
    /** Of the most that it may take: where less than that is free within the file, it counts as full. */
    private static final int PART_THAT_IS_FREE = 10;
    /** For the outcomes of what is kept already, and for tidying, which writes before it frees anything. */
    private static final long RESERVE = 1024L << 10;

    /** For a few leads that are forgotten: some twenty pages are written, and what they replace is free a little later. */
    private static final long FORGETTING_NEEDS = 256L << 10;

    private static final int FORGOTTEN_AT_ONCE_WHERE_SHORT = 5;
    /** What tidying leaves, where room is scarce, for the commit that follows it. */
    private static final long TIDYING_LEAVES = 64L << 10;

    /** So much comes into the file at once, while nobody can change anything: some hundred submissions. */
    private static final long JOURNAL = 512L << 10;
    /** Less where less than so many times of it is free, since what is written takes several times of that. */
    private static final int JOURNAL_OF_FREE = 16;

    private static final long TIDIED_FROM = 16L << 20;
    /** Nobody can change anything meanwhile, so that it is some milliseconds' worth. */
    private static final int REWRITTEN_AT_ONCE = 512 << 10;
    /** Each time that the file grows by so much it is tidied: so it stays some four times what is wanted of it. */
    private static final long TIDIED_EACH = 4L * REWRITTEN_AT_ONCE;
    /** Fits where another commit was. */
    private static final int SMALL = 16 << 10;

    private static final int WORTH_IT_PERCENT = 60;
    private static final int WORTH_IT_WHERE_SCARCE_PERCENT = 85;

    private final Path file;
    private final MVStore store;
    private final long most;
    private final int keptMillis;
    private volatile long usedWhenTidied;
    private volatile long journal = JOURNAL;

    /**
     * @param most bytes over which it counts as full
     * @param keptMillis how long what was replaced stays, where room is not scarce
     */
    FileRoom(Path file, MVStore store, long most, int keptMillis) {
        this.file = file;
        this.store = store;
        this.most = most;
        this.keptMillis = keptMillis;
        adaptTo(now());
    }

    /** Asked of the file's name and not of its channel, which a thread that is interrupted would close. */
    Room now() {
        var named = file.toFile();
        return named.exists()
                ? new Room(named.length(), most, named.getUsableSpace())
                : new Room(Room.UNKNOWN, most, Room.UNKNOWN);
    }

    /** Refuses where there is none for one more submission. */
    void check(Room room) throws StoreException {
        if (room.used() >= most && room.used() - within(room) >= most - most / PART_THAT_IS_FREE) {
            throw new StoreException("The store is full: " + file + " has " + (room.used() >> 20)
                    + " MB, and store.max allows " + (most >> 20) + " MB.");
        }
        adaptTo(room);
        if (isShort(room, RESERVE)) {
            throw isFull(RESERVE, "which are for what is kept already");
        }
    }

    /** How many submissions may be forgotten at once; refuses where there is no room to write what that changes. */
    int forgettable(Room room) throws StoreException {
        adaptTo(room);
        if (isShort(room, FORGETTING_NEEDS)) {
            throw isFull(FORGETTING_NEEDS, "and to forget what is kept writes before it frees anything");
        }
        return isShort(room, 2 * RESERVE) ? FORGOTTEN_AT_ONCE_WHERE_SHORT : SubmissionStore.PAGE;
    }

    private StoreException isFull(long bytes, String why) {
        return new StoreException("The disk is full that " + file + " lies on: less than " + (bytes >> 10)
                + " KB are left, " + why + ". Make room there.");
    }

    /** Whether it is time to tidy before the next submission. */
    boolean isToBeTidied(Room room) {
        return room.used() - usedWhenTidied > TIDIED_EACH || isNearlyAll(room) || isShort(room, 2 * RESERVE);
    }

    /** Of what the config lets it have. */
    private boolean isNearlyAll(Room room) {
        return room.used() > most / 4 * 3;
    }

    private boolean isShort(Room room, long bytes) {
        return isKnown(room) && room.free() < bytes && left(room) < bytes;
    }

    /** How much may come into the journal before all of it is written into the file, in bytes. */
    long journal() {
        return journal;
    }

    private void adaptTo(Room room) {
        journal = isKnown(room) ? Math.min(JOURNAL, room.free() / JOURNAL_OF_FREE) : JOURNAL;
        store.setRetentionTime(isScarce(room) ? Math.min(KEPT_WHERE_SCARCE_MILLIS, keptMillis) : keptMillis);
    }

    private static boolean isScarce(Room room) {
        return isKnown(room) && room.free() < PLENTY * room.used();
    }

    private static boolean isKnown(Room room) {
        return room.free() != Room.UNKNOWN;
    }

    boolean isScarce() {
        return isScarce(now());
    }

    /** On the disk, and within the file. */
    private long left(Room room) {
        return room.free() + within(room);
    }

    private long within(Room room) {
        return room.used() / 100 * (100 - store.getFillRate());
    }

    /**
     * Without a thread of its own H2 does no housekeeping: what is still wanted among what is old is written anew, a
     * little each time, so that no save waits long for it. The next commit frees what it was in.
     *
     * @return whether there is anything to commit
     */
    boolean tidy() {
        var room = now();
        usedWhenTidied = room.used();
        boolean scarce = isScarce(room);
        if (room.used() < TIDIED_FROM && !scarce && !isNearlyAll(room)) {
            return false;
        }
        adaptTo(room);
        store.getFileStore().dropUnusedChunks();
        int bytes = bytes(room, scarce);
        boolean rewritten =
                bytes >= SMALL && store.compact(scarce ? WORTH_IT_WHERE_SCARCE_PERCENT : WORTH_IT_PERCENT, bytes);
        return rewritten || store.hasUnsavedChanges();
    }

    /** How much is written anew at once. */
    private int bytes(Room room, boolean scarce) {
        if (scarce) {
            return (int) Math.min(REWRITTEN_AT_ONCE, (left(room) - TIDYING_LEAVES) / 4);
        }
        return isNearlyAll(room) ? 2 * REWRITTEN_AT_ONCE : REWRITTEN_AT_ONCE;
    }
}
