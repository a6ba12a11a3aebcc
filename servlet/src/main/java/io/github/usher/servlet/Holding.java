package io.github.usher.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds a request until something has happened or time is up: without a thread where the container can, else for at
 * most a second on its own. Thread-safe.
 */
final class Holding {
    private static final Duration ON_ITS_THREAD = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final ScheduledExecutorService executor;

    /** @param executor ours; the answers are written on it */
    Holding(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    void hold(
            Active active,
            CompletableFuture<?> until,
            Duration most,
            HttpServletRequest request,
            HttpServletResponse response,
            HandOffPage.Answer answer)
            throws IOException, ServletException {
        if (request.isAsyncSupported()) {
            withoutThread(until, most, request, response, answer);
        } else {
            answer.give(onItsThread(active, until, most));
        }
    }

    boolean isHeld(HttpServletRequest request) {
        return request.isAsyncSupported() && request.isAsyncStarted();
    }

    private void withoutThread(
            CompletableFuture<?> until,
            Duration most,
            HttpServletRequest request,
            HttpServletResponse response,
            HandOffPage.Answer answer) {
        var context = request.startAsync(request, response);
        context.setTimeout(most.plus(SLACK).toMillis());
        var answered = new AtomicBoolean();
        context.addListener(new Ending(answered));
        var timer = executor.schedule(() -> give(context, answered, answer), most.toMillis(), TimeUnit.MILLISECONDS);
        until.whenCompleteAsync(
                (done, failed) -> {
                    timer.cancel(false);
                    give(context, answered, answer);
                },
                executor);
    }

    private static void give(AsyncContext context, AtomicBoolean answered, HandOffPage.Answer answer) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        Guard.orNull("answering a hand-off page", () -> {
            answer.give(true);
            return null;
        });
        Guard.orNull("ending a hand-off page", () -> {
            context.complete();
            return null;
        });
    }

    /** False where no further thread may wait. */
    private static boolean onItsThread(Active active, CompletableFuture<?> until, Duration most) {
        if (!active.waiting().tryAcquire()) {
            return false;
        }
        var wait = most.compareTo(ON_ITS_THREAD) < 0 ? most : ON_ITS_THREAD;
        try {
            until.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException stillUnknown) {
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            active.waiting().release();
        }
        return true;
    }

    /** The visitor left, or the container's own time was up: nothing may be written any more. */
    private record Ending(AtomicBoolean answered) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            answered.set(true);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            if (answered.compareAndSet(false, true)) {
                event.getAsyncContext().complete();
            }
        }

        @Override
        public void onError(AsyncEvent event) {
            answered.set(true);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // A hand-off page starts only once.
        }
    }
}
