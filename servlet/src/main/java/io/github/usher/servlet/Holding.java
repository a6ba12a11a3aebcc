package io.github.usher.servlet;

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
        var page = new HeldPage(context, answer);
        context.addListener(page);
        page.endsAt(executor.schedule(page::give, most.toMillis(), TimeUnit.MILLISECONDS));
        until.whenCompleteAsync((done, failed) -> page.give(), executor);
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
}
