package io.github.usher.servlet;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What is to be done again and again and may have to wait for the store. */
final class StoreChores {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final Threads threads;

    StoreChores(Threads threads) {
        this.threads = threads;
    }

    /** On a thread that may wait for the store; not while the time before is still waiting. */
    void every(Duration pause, Runnable step) {
        var idle = new Semaphore(1);
        threads.work()
                .scheduleWithFixedDelay(
                        () -> {
                            if (idle.tryAcquire()) {
                                handToStoreThread(step, idle);
                            }
                        },
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void handToStoreThread(Runnable step, Semaphore idle) {
        try {
            threads.store().execute(() -> {
                step.run();
                idle.release();
            });
        } catch (RejectedExecutionException nextTimeDoesIt) {
            idle.release();
            LOG.log(Level.DEBUG, "Too many wait for the store.", nextTimeDoesIt);
        }
    }
}
