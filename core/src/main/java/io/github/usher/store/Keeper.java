package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store open: opens it on a thread of its own, tries again while that fails, and opens another in its place
 * where it breaks. Thread-safe.
 */
final class Keeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration FIRST_CALLS_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final Duration firstPause;
    private final ScheduledExecutorService thread;
    private final CountDownLatch triedOnce = new CountDownLatch(1);
    private final AtomicBoolean replacing = new AtomicBoolean();
    private volatile @Nullable JdbcStore store;
    private volatile String problem = "The store is not open yet.";
    private volatile @Nullable Opener opener;
    private volatile boolean closed;
    private Duration pause;
    private String untaken = "";

    /** @param pause before a store that could not be opened is tried again; it doubles up to a minute */
    Keeper(String application, Duration pause) {
        this.firstPause = pause;
        this.pause = pause;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var made = new Thread(work, "usher-store " + application);
            made.setDaemon(true);
            made.setContextClassLoader(Keeper.class.getClassLoader());
            return made;
        });
    }

    /** Called once. */
    void start(Opener names) {
        opener = names;
        thread.execute(this::openOrTryAgain);
        long minute = LONGEST_PAUSE.toMillis();
        thread.scheduleWithFixedDelay(this::gather, minute, minute, TimeUnit.MILLISECONDS);
    }

    /** The open store; the very first calls wait until it has been tried once. */
    JdbcStore open() throws StoreException {
        var open = openNow();
        if (open != null) {
            return open;
        }
        try {
            if (opener == null || !triedOnce.await(FIRST_CALLS_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreException(problem);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new StoreException("The store was not waited for, since the application ends.", ending);
        }
        open = openNow();
        if (open == null) {
            throw new StoreException(problem);
        }
        return open;
    }

    /** Null where none is open just now. */
    @Nullable
    JdbcStore openNow() {
        return store;
    }

    /** For the start-up line, which waits as the first calls do. */
    String where() {
        try {
            return open().where();
        } catch (StoreException notOpen) {
            return "not open";
        }
    }

    private void openOrTryAgain() {
        var names = opener;
        if (closed || store != null || names == null) {
            return;
        }
        try {
            var opened = names.open();
            boolean wasAway = triedOnce.getCount() == 0;
            store = opened;
            pause = firstPause;
            if (wasAway) {
                LOG.log(Level.INFO, "The store is open: " + opened.where() + ".");
            }
            soon(this::gather, Duration.ZERO);
        } catch (StoreException | RuntimeException | LinkageError failed) {
            tell(failed instanceof StoreException said ? String.valueOf(said.getMessage()) : failed.toString(), failed);
            soon(this::openOrTryAgain, pause);
            var doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        } finally {
            triedOnce.countDown();
        }
    }

    /** Once for each thing that is wrong, however often it is tried. */
    private void tell(String wrong, @Nullable Throwable failed) {
        if (!wrong.equals(problem)) {
            problem = wrong;
            LOG.log(
                    Level.ERROR,
                    wrong + " Until then leads are sent from memory alone; it is tried again by itself.",
                    failed instanceof StoreException ? null : failed);
        }
    }

    private void gather() {
        var open = store;
        var names = opener;
        if (open == null || names == null || closed) {
            return;
        }
        try {
            names.gather(open);
            untaken = "";
        } catch (StoreException | RuntimeException failed) {
            tellUntaken(failed);
        } finally {
            look(open);
        }
    }

    /** Once for each thing that is wrong, although it is tried each minute. */
    private void tellUntaken(Exception failed) {
        boolean isSaid = failed instanceof StoreException;
        var wrong = isSaid ? String.valueOf(failed.getMessage()) : failed.toString();
        if (!wrong.equals(untaken)) {
            untaken = wrong;
            LOG.log(
                    Level.ERROR,
                    "What lies beside the store could not be taken over, and is tried again by itself. " + wrong,
                    isSaid ? null : failed);
        }
    }

    /** After each call: whether that store can go on as it is. */
    void look(JdbcStore used) {
        if (used.loss() != null && used == store && !closed && replacing.compareAndSet(false, true)) {
            soon(() -> replace(used), Duration.ZERO);
        }
    }

    private void soon(Runnable step, Duration delay) {
        try {
            thread.schedule(step, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            LOG.log(Level.DEBUG, "The application ends, and its store with it.", ending);
        }
    }

    private void replace(JdbcStore broken) {
        problem = "";
        store = null;
        tell(why(broken.loss()), null);
        broken.close();
        var remains = broken.remains();
        var names = opener;
        if (remains != null && names != null) {
            names.inherit(remains);
        }
        replacing.set(false);
        openOrTryAgain();
    }

    private static String why(@Nullable Loss loss) {
        if (loss == Loss.GONE) {
            return "The store's file was moved or deleted while it was in use.";
        }
        return loss == Loss.ENDED
                ? "The store's file could not be written; perhaps its disk is full."
                : "The store's file failed, and is not trusted again.";
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
                thread.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        var open = store;
        store = null;
        problem = "The application has ended.";
        if (open != null) {
            open.close();
        }
        var names = opener;
        if (names != null) {
            names.close();
        }
    }
}
