package io.github.usher.delivery;

import io.github.usher.submission.StoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the store was asked for on a thread that may block, and who asked waits no longer for than he has patience.
 * Thread-safe.
 */
final class Asked<T> {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    private Asked() {}

    /** Asks as soon as a thread is there. Where none will be, since too many wait for one, that is what failed. */
    static <T> Asked<T> on(Executor threads, Question<CompletableFuture<T>> question) {
        var asked = new Asked<T>();
        try {
            threads.execute(() -> asked.ask(question));
        } catch (RejectedExecutionException tooMany) {
            asked.answer.completeExceptionally(new StoreException(StoreException.TOO_MANY_WAIT, tooMany));
        }
        return asked;
    }

    /** The answer, or what failed at once: a question that fails before there is an answer to wait for has one as well. */
    static <T> CompletableFuture<T> soon(Question<CompletableFuture<T>> question) {
        try {
            return question.ask();
        } catch (StoreException | RuntimeException | Error failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    /** What failed: a future that follows from another wraps it. */
    static Throwable cause(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
    }

    private void ask(Question<CompletableFuture<T>> question) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        soon(question).whenComplete((found, failed) -> {
            if (failed == null) {
                answer.complete(found);
            } else {
                answer.completeExceptionally(cause(failed));
            }
        });
    }

    /** @throws StoreException where it fails, does not come in time, or the thread that waits is stopped */
    T within(Duration patience) throws StoreException {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw new StoreException("it did not answer within " + patience.toMillis() + " ms", slow);
        } catch (ExecutionException failed) {
            throw asStoreException(Objects.requireNonNull(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreException("the thread that waited for it was stopped", stopped);
        }
    }

    private static StoreException asStoreException(Throwable cause) {
        return cause instanceof StoreException told
                ? told
                : new StoreException("it failed with " + cause.getClass().getName(), cause);
    }

    /**
     * Is waited for by nobody any more: what has not begun never will.
     *
     * @return whether it may end well after all, which {@link #answer} hears
     */
    boolean letGo() {
        return !begun.compareAndSet(false, true) && !answer.isCompletedExceptionally();
    }

    /** Completes with what the store says; never, where nobody waited for it before it had begun. */
    CompletableFuture<T> answer() {
        return answer;
    }

    /** Something to ask the store for. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws StoreException;
    }
}
