package io.github.usher.routing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks {@code GET …/marketing/inbound-router/enabled/{tenant}/{router}}, which makes no lead (seen in the vendor's own
 * client, not documented): any answer below 500 shows that the API is there again. Thread-safe.
 */
final class Probe {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final ClientSettings settings;
    private final ScheduledExecutorService timer;

    Probe(HttpClient http, ClientSettings settings, ScheduledExecutorService timer) {
        this.http = http;
        this.settings = settings;
        this.timer = timer;
    }

    CompletableFuture<Boolean> ask(String router) {
        var request =
                HttpRequest.newBuilder(address(router)).timeout(LONGEST).GET().build();
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            timer.schedule(() -> answer.cancel(true), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            answer.cancel(true);
        }
        return answer.handle((found, failure) -> failure == null && isThere(found.statusCode()));
    }

    private static boolean isThere(int status) {
        return status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
    }

    private URI address(String router) {
        return URI.create(settings.baseUrl().toString().replaceFirst("/+$", "") + "/marketing/inbound-router/enabled/"
                + encode(settings.tenant()) + "/" + encode(router));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
