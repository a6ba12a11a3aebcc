package io.github.usher.routing;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that all calls run on: daemons with names, whose context class loader is ours, and which are dead
 * when {@link #close} returns. Jersey keeps buffers in thread-locals, so it is never called on any other thread.
 */
final class ClientThreads implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ClientThreads.class.getName());
    private static final int WORKERS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService worker = new ThreadPoolExecutor(
            WORKERS, WORKERS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("usher-api"));
    private final ScheduledExecutorService timer = newTimer();

    /** For work that does not block. */
    ExecutorService worker() {
        return worker;
    }

    /** Its time is {@link System#nanoTime}. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** Waits for the threads themselves: a pool counts as ended an instant before its last thread is gone. */
    @Override
    public void close() {
        timer.shutdownNow();
        worker.shutdownNow();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var thread : threads) {
            join(thread, deadline);
        }
    }

    private static void join(Thread thread, long deadline) {
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            thread.join(Math.max(1, left));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.log(Level.WARNING, "The thread {0} did not end in time.", thread.getName());
        }
    }

    private ScheduledExecutorService newTimer() {
        var executor = new ScheduledThreadPoolExecutor(1, named("usher-api-deadline"));
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private ThreadFactory named(String name) {
        return task -> {
            var thread = new Thread(task, name + "-" + (threads.size() + 1));
            thread.setDaemon(true);
            thread.setContextClassLoader(ClientThreads.class.getClassLoader());
            threads.removeIf(earlier -> earlier.getState() == Thread.State.TERMINATED);
            threads.add(thread);
            return thread;
        };
    }
}
