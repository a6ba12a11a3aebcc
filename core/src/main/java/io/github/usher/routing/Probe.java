package io.github.usher.routing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the API without a lead. Thread-safe. */
final class Probe {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final CompletableFuture<HttpClient> http;
    private final CallFailure failures;
    private final ScheduledExecutorService timer;

    Probe(CompletableFuture<HttpClient> http, CallFailure failures, ScheduledExecutorService timer) {
        this.http = http;
        this.failures = failures;
        this.timer = timer;
    }

    /** Whether it answers: any answer below 500 shows that the API is there again. */
    CompletableFuture<Boolean> ask(URI address) {
        return answer(HttpRequest.newBuilder(address).GET(), HttpResponse.BodyHandlers.discarding())
                .handle((found, failure) -> failure == null && isThere(found.statusCode()));
    }

    /** @param authorization the header of that name, or null */
    CompletableFuture<Rehearsal> rehearse(Dialect.Trial trial, @Nullable String authorization, Answers answers) {
        var body = trial.body();
        var request = HttpRequest.newBuilder(trial.address()).header("Accept", "application/json");
        if (body != null) {
            request.header("Content-Type", "application/json; charset=UTF-8").POST(BodyPublishers.ofString(body));
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return answer(request, head -> new BoundedBody())
                .handle((found, failure) -> failure == null
                        ? answers.rehearsal(found.statusCode(), found.body().bytes())
                        : new Rehearsal.Away(failures.sentence(failure)));
    }

    private <T> CompletableFuture<HttpResponse<T>> answer(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        return http.thenCompose(ready -> answer(ready, request.timeout(LONGEST).build(), handler));
    }

    private <T> CompletableFuture<HttpResponse<T>> answer(
            HttpClient ready, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        var answer = ready.sendAsync(request, handler);
        try {
            timer.schedule(() -> answer.cancel(true), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            answer.cancel(true);
        }
        return HttpClients.onItsThreads(ready, answer);
    }

    private static boolean isThere(int status) {
        return status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
    }
}
