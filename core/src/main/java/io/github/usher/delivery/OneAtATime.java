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
    private final Consumer<Exception> tooMany;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param tooMany hears where the threads take nothing more */
    OneAtATime(Executor storeThreads, Consumer<Exception> tooMany) {
        this.storeThreads = storeThreads;
        this.tooMany = tooMany;
    }

    void run(Runnable step) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            storeThreads.execute(() -> {
                try {
                    guarded(step).run();
                } finally {
                    busy.set(false);
                }
            });
        } catch (RejectedExecutionException refused) {
            busy.set(false);
            tooMany.accept(new StoreException("too many wait for it", refused));
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
}
