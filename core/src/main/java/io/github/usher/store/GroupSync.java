package io.github.usher.store;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was changed durable, once for all who changed something by the moment of the writing: whoever finds nobody
 * at it writes, and those who come meanwhile share the next one. After one that failed there is no other: a disk that
 * says that it is well again may have dropped what it had. Thread-safe.
 */
final class GroupSync {
    private final Force force;
    private long asked;
    private long done;
    private boolean running;
    private @Nullable Throwable failure;

    GroupSync(Force force) {
        this.force = force;
    }

    /** Returns once everything that was changed before this call is on the disk. */
    void sync() throws IOException, InterruptedException {
        if (!isItsTurn()) {
            return;
        }
        try {
            end(force.run(this::asked), null);
        } catch (IOException | RuntimeException | Error broken) {
            end(0, broken);
            throw broken;
        }
    }

    /** False where another has done it. */
    private synchronized boolean isItsTurn() throws IOException, InterruptedException {
        long mine = ++asked;
        while (running && done < mine) {
            wait();
        }
        if (done >= mine) {
            return false;
        }
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
        running = true;
        return true;
    }

    /** How many have asked so far. */
    synchronized long asked() {
        return asked;
    }

    private synchronized void end(long upTo, @Nullable Throwable failed) {
        running = false;
        failure = failed;
        done = Math.max(done, upTo);
        notifyAll();
    }

    /** Writes all that there is, and then asks the disk, such as {@link java.nio.channels.FileChannel#force}. */
    @FunctionalInterface
    interface Force {
        /**
         * @param asked tells how many have asked so far
         * @return what that told at a moment before which all changes are in it
         */
        long run(LongSupplier asked) throws IOException;
    }
}
