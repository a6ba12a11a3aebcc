package io.github.usher.routing;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request under way. What follows its answer runs on the executor that the client was opened with.
 *
 * <p>By itself the JDK's client hands each answer to the pool that the whole JVM shares, and where that has but one thread,
 * as on two cores, to a new thread for each. It does so for a future that is not complete yet, and so its own is completed
 * here as soon as the body has been read.
 */
final class HttpExchange {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<BoundedBody.Bytes>> ofTheJdk;
    private final CompletableFuture<Answer> onOurThreads;

    /** Begins at once. */
    HttpExchange(HttpClient http, HttpRequest request) {
        this.ofTheJdk = http.sendAsync(request, this::read);
        answer.thenRun(() -> ofTheJdk.complete(null));
        ofTheJdk.whenComplete(this::fail);
        this.onOurThreads =
                answer.whenCompleteAsync((found, failure) -> {}, http.executor().orElseThrow());
    }

    private BodySubscriber<BoundedBody.Bytes> read(HttpResponse.ResponseInfo head) {
        return BodySubscribers.mapping(new BoundedBody(), body -> {
            answer.complete(new Answer(head.statusCode(), head.headers(), body));
            return body;
        });
    }

    private void fail(@Nullable Object response, @Nullable Throwable failure) {
        if (failure != null) {
            answer.completeExceptionally(failure);
        }
    }

    /** The answer, or why there is none. */
    CompletableFuture<Answer> answer() {
        return onOurThreads;
    }

    /** Lasts that long at most; where the timer takes nothing any more it ends at once. */
    HttpExchange atMost(Duration longest, ScheduledExecutorService timer) {
        try {
            var timeIsUp = timer.schedule(this::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
            ofTheJdk.whenComplete((response, failure) -> timeIsUp.cancel(false));
        } catch (RejectedExecutionException stopping) {
            cancel();
        }
        return this;
    }

    /** There will be no answer, unless there is one. */
    void cancel() {
        ofTheJdk.cancel(true);
    }

    /** @param body empty where it was longer than {@link BoundedBody#LIMIT} */
    record Answer(int status, HttpHeaders headers, BoundedBody.Bytes body) {
        @Nullable
        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }
}
