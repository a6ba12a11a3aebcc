package io.github.usher.servlet;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one application's Usher: some for work that never blocks, some that answer held pages, some that wait
 * for the store. All end with it.
 */
final class Threads {
    private static final int WORKERS = 2;
    private static final int PAGE_WRITERS = 4;
    /**
     * The embedded store keeps no thread for a change that others make with theirs: two are at it at most, and two look
     * things up meanwhile.
     */
    private static final int STORE_THREADS = 4;
    /** Each change waits for a database on another machine by itself, and keeps its thread until it is made. */
    private static final int SHARED_STORE_THREADS = 24;

    private static final int STORE_THREAD_IDLES_SECONDS = 30;

    private static final int MOST_FOR_THE_STORE = 1_000;
    private static final Duration END_WITHIN = Duration.ofSeconds(3);

    private final List<Thread> started = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService work;
    private final ScheduledExecutorService pages;
    private final ScheduledExecutorService telling;
    private final ThreadFactory listening;
    private final ThreadPoolExecutor store;

    /** @param contextPath tells the threads of one application from those of another */
    Threads(String contextPath) {
        this.work = executor(WORKERS, named("usher-work" + contextPath));
        this.pages = executor(PAGE_WRITERS, named("usher-pages" + contextPath));
        this.telling = executor(1, named("usher-telling" + contextPath));
        this.listening = named("usher-listener" + contextPath);
        this.store = forTheStore(named("usher-store" + contextPath));
    }

    private static ThreadPoolExecutor forTheStore(ThreadFactory factory) {
        var executor = new ThreadPoolExecutor(
                STORE_THREADS,
                STORE_THREADS,
                STORE_THREAD_IDLES_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_FOR_THE_STORE),
                factory);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static ScheduledExecutorService executor(int threads, ThreadFactory factory) {
        var executor = new ScheduledThreadPoolExecutor(threads, factory);
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        return executor;
    }

    private ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(Threads.class.getClassLoader());
            started.removeIf(earlier -> earlier.getState() == Thread.State.TERMINATED);
            started.add(thread);
            return thread;
        };
    }

    ScheduledExecutorService work() {
        return work;
    }

    ScheduledExecutorService pages() {
        return pages;
    }

    /** For telling others what happened; it may wait for the store. */
    ScheduledExecutorService telling() {
        return telling;
    }

    /** Makes the thread that code of the site runs on. */
    ThreadFactory listening() {
        return listening;
    }

    /** For what waits for the store. What is more than it can hold is refused. */
    Executor store() {
        return store;
    }

    /** Takes as many for the store as are of use with that one. Called before it is first waited for. */
    void storeIs(boolean shared) {
        if (shared) {
            store.setMaximumPoolSize(SHARED_STORE_THREADS);
            store.setCorePoolSize(SHARED_STORE_THREADS);
        }
    }

    /** Ends them, and waits until they are gone: a thread that outlives its application keeps all of it in memory. */
    void close() {
        work.shutdown();
        pages.shutdown();
        telling.shutdownNow();
        store.shutdown();
        long end = System.nanoTime() + END_WITHIN.toNanos();
        try {
            work.awaitTermination(END_WITHIN.toMillis() / 4, TimeUnit.MILLISECONDS);
            store.awaitTermination(END_WITHIN.toMillis() / 2, TimeUnit.MILLISECONDS);
            work.shutdownNow();
            pages.shutdownNow();
            store.shutdownNow();
            for (var thread : started) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                thread.join(Math.max(1, left));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        started.stream()
                .filter(Thread::isAlive)
                .forEach(thread -> System.getLogger("io.github.usher")
                        .log(Level.WARNING, "The thread " + thread.getName() + " did not end in time."));
    }
}
