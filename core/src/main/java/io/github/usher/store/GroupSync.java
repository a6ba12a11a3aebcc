package io.github.usher.store;

import java.io.IOException;

/**
 * Makes what was written durable, once for all who wait at the same time: whoever comes first syncs, those who come
 * meanwhile share the next one. Thread-safe.
 */
final class GroupSync {
    private final Force force;
    private long asked;
    private long done;
    private boolean running;

    GroupSync(Force force) {
        this.force = force;
    }

    /** Returns once everything that was written before this call is on the disk. */
    void sync() throws IOException, InterruptedException {
        long upTo = await();
        if (upTo == 0) {
            return;
        }
        boolean forced = false;
        try {
            force.run();
            forced = true;
        } finally {
            end(forced ? upTo : 0);
        }
    }

    /** Zero where another has done it; else it is this thread's turn, for all up to that number. */
    private synchronized long await() throws InterruptedException {
        long mine = ++asked;
        while (running) {
            wait();
            if (done >= mine) {
                return 0;
            }
        }
        running = true;
        return asked;
    }

    /** How many have asked so far. */
    synchronized long asked() {
        return asked;
    }

    private synchronized void end(long upTo) {
        running = false;
        done = Math.max(done, upTo);
        notifyAll();
    }

    /** Such as {@link java.nio.channels.FileChannel#force}. */
    @FunctionalInterface
    interface Force {
        void run() throws IOException;
    }
}
