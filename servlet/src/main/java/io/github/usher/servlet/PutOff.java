package io.github.usher.servlet;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the start of the application need not wait for: a moment later it is done on a thread of ours, or at once where
 * somebody needs it before. It is done once at most. Thread-safe.
 */
final class PutOff {
    private final Runnable work;
    private volatile boolean over;
    private boolean begun;

    /** @param work tells of its failures itself, and must not block: a visitor may wait for it */
    PutOff(Runnable work) {
        this.work = work;
    }

    void doIn(Duration moment, ScheduledExecutorService executor) {
        executor.schedule(this::doNow, moment.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns when it is done, whoever does it; nothing where it was left. */
    void doNow() {
        if (over) {
            return;
        }
        synchronized (this) {
            if (!over) {
                begun = true;
                try {
                    work.run();
                } finally {
                    over = true;
                }
            }
        }
    }

    /** Nobody needs it any more. Whether it had begun. */
    synchronized boolean leave() {
        over = true;
        return begun;
    }
}
