package io.github.usher.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time and threads of a test: an executor whose work is done on the test's own thread while {@link #pass} lets time go
 * by, a clock that can be set, and one that never jumps. Hours take as long as their work does.
 */
final class VirtualTime extends AbstractExecutorService
        implements ScheduledExecutorService, InstantSource, LongSupplier {
    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final PriorityBlockingQueue<Task<?>> tasks = new PriorityBlockingQueue<>(
            11, Comparator.comparingLong(Task<?>::at).thenComparingLong(Task::number));
    private long nanos;
    private long number;
    private Duration set = Duration.ZERO;
    private long done;

    /** Does all that becomes due in that time, in order. */
    void pass(Duration time) {
        long end = nanos + time.toNanos();
        for (var task = tasks.peek(); task != null && task.at() <= end; task = tasks.peek()) {
            tasks.remove();
            nanos = Math.max(nanos, task.at());
            done++;
            task.run();
        }
        nanos = end;
    }

    /** As {@link #pass}, but the process sleeps but for the last minute, as on a machine that was suspended. */
    void sleep(Duration time) {
        nanos += time.minusMinutes(1).toNanos();
        pass(Duration.ofMinutes(1));
    }

    /** Does what is due now. */
    void settle() {
        pass(Duration.ZERO);
    }

    /** Sets the wall clock by so much. */
    void set(Duration by) {
        set = set.plus(by);
    }

    /** What a process left to do is never done. */
    void crash() {
        tasks.clear();
    }

    /** Whether something is due now. */
    boolean isBusy() {
        var next = tasks.peek();
        return next != null && next.at() <= nanos;
    }

    /** How many steps were taken: what runs in circles is seen by it. */
    long done() {
        return done;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos).plus(set);
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    @Override
    public void execute(Runnable work) {
        schedule(work, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        return add(new Task<Void>(nanos + unit.toNanos(delay), () -> {
            work.run();
            return null;
        }));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        return add(new Task<>(nanos + unit.toNanos(delay), work));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long pause, TimeUnit unit) {
        return schedule(
                () -> {
                    work.run();
                    scheduleWithFixedDelay(work, pause, pause, unit);
                },
                first,
                unit);
    }

    private <T> Task<T> add(Task<T> task) {
        tasks.add(task);
        return task;
    }

    @Override
    public void shutdown() {
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        tasks.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
        return true;
    }

    private final class Task<T> extends FutureTask<T> implements ScheduledFuture<T> {
        private final long at;
        private final long order = number++;

        private Task(long at, Callable<T> work) {
            super(work);
            this.at = at;
        }

        long at() {
            return at;
        }

        long number() {
            return order;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
