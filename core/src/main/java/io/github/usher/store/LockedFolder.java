package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A folder that this store alone uses, held by a lock on a file in it: against other processes and this one's own. */
final class LockedFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private LockedFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder where it is missing; null where somebody else holds it. */
    static @Nullable LockedFolder lock(Path folder) throws StoreException {
        try {
            PrivateFiles.createFolders(folder);
            return locked(folder);
        } catch (IOException | SecurityException failed) {
            var inTheWay = fileInTheWay(folder);
            var what = inTheWay == null
                    ? " cannot be used (" + reason(failed) + "). It must belong to "
                            + System.getProperty("user.name", "this process") + ", who must be able to write there."
                    : " cannot be made: " + inTheWay + " is a file. Move it away.";
            throw new StoreException("The store's folder " + folder + what + " Or name another store.dir.", failed);
        }
    }

    private static @Nullable LockedFolder locked(Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        PrivateFiles.createFile(file);
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            var lock = channel.tryLock();
            held = lock != null;
            return lock == null ? null : new LockedFolder(folder, channel, lock);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static @Nullable Path fileInTheWay(Path folder) {
        for (var path = folder; path != null; path = path.getParent()) {
            if (Files.isRegularFile(path)) {
                return path;
            }
        }
        return null;
    }

    private static String reason(Exception failed) {
        return failed.getClass().getSimpleName().replaceFirst("Exception$", "");
    }

    Path path() {
        return path;
    }

    /** Whether the folder that was locked is still the one that bears its name. */
    boolean isThere() {
        return Files.exists(path.resolve(LOCK));
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException failed) {
            System.getLogger("io.github.usher")
                    .log(System.Logger.Level.WARNING, "The lock of the store's folder " + path + " stays.", failed);
        }
    }
}
