package io.github.usher.delivery;

import io.github.usher.submission.StoreException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs a step on a thread that may wait for the store, once at a time: where that hangs, nothing piles up behind it. */
final class OneAtATime {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final Executor storeThreads;
    private final Consumer<Exception> trouble;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param trouble hears where the store fails, or the threads take nothing more */
    OneAtATime(Executor storeThreads, Consumer<Exception> trouble) {
        this.storeThreads = storeThreads;
        this.trouble = trouble;
    }

    void run(Step step) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            storeThreads.execute(() -> {
                try {
                    guarded(() -> tried(step)).run();
                } finally {
                    busy.set(false);
                }
            });
        } catch (RejectedExecutionException refused) {
            busy.set(false);
            trouble.accept(new StoreException(StoreException.TOO_MANY_WAIT, refused));
        }
    }

    private void tried(Step step) {
        try {
            step.run();
        } catch (StoreException failed) {
            trouble.accept(failed);
        }
    }

    /** A step that ended in an error must not be the last. */
    static Runnable guarded(Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (RuntimeException | Error failed) {
                LOG.log(Level.ERROR, "Usher's own work failed and goes on.", failed);
            }
        };
    }

    /** What needs the store. */
    @FunctionalInterface
    interface Step {
        void run() throws StoreException;
    }
}
