package io.github.usher.servlet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs what was scheduled when a test says that its time has come, on the test's own thread. */
final class ManualExecutor extends ScheduledThreadPoolExecutor {
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    ManualExecutor() {
        super(0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        tasks.add(new Task(now.plusNanos(unit.toNanos(delay)), work));
        return super.schedule(() -> {}, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    void pass(Duration time) {
        now = now.plus(time);
        for (var due : List.copyOf(tasks)) {
            if (due.at().compareTo(now) <= 0) {
                tasks.remove(due);
                due.work().run();
            }
        }
    }

    private record Task(Duration at, Runnable work) {}
}
