package io.github.usher.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One held request, which is answered once. Then it holds nothing of it any more, since what it waited for may keep it
 * for as long as the prospect waits, on a page that comes after. Thread-safe.
 */
final class HeldPage implements AsyncListener {
    private final AtomicReference<@Nullable Open> open;
    private final AtomicReference<@Nullable Future<?>> timer = new AtomicReference<>();

    private record Open(AsyncContext context, HandOffPage.Answer answer) {}

    HeldPage(AsyncContext context, HandOffPage.Answer answer) {
        this.open = new AtomicReference<>(new Open(context, answer));
    }

    /** Takes what gives the answer when time is up; it is cancelled where that comes earlier. */
    void endsAt(Future<?> newTimer) {
        timer.set(newTimer);
        if (open.get() == null) {
            cancelTimer();
        }
    }

    /** Answers, unless that is done or nothing may be written any more. */
    void give() {
        var page = close();
        if (page == null) {
            return;
        }
        Guard.orNull("answering a hand-off page", () -> {
            page.answer().give(true);
            return null;
        });
        Guard.orNull("ending a hand-off page", () -> {
            page.context().complete();
            return null;
        });
    }

    private @Nullable Open close() {
        var page = open.getAndSet(null);
        cancelTimer();
        return page;
    }

    private void cancelTimer() {
        var running = timer.getAndSet(null);
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    /** The container's own time was up. */
    @Override
    public void onTimeout(AsyncEvent event) {
        if (close() != null) {
            event.getAsyncContext().complete();
        }
    }

    /** The visitor left. */
    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A hand-off page starts only once.
    }
}
