package io.github.usher.routing;

import io.github.usher.routing.HttpExchange.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
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
        return answer(HttpRequest.newBuilder(address).GET())
                .handle((found, failure) -> failure == null && isThere(found.status()));
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
        return answer(request)
                .handle((found, failure) -> failure == null
                        ? answers.rehearsal(found.status(), found.body().bytes())
                        : new Rehearsal.Away(failures.sentence(failure)));
    }

    private CompletableFuture<Answer> answer(HttpRequest.Builder request) {
        return http.thenCompose(
                ready -> new HttpExchange(ready, request.timeout(LONGEST).build())
                        .atMost(LONGEST, timer)
                        .answer());
    }

    private static boolean isThere(int status) {
        return status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
    }
}
