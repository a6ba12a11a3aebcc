package io.github.usher.routing;

import io.github.usher.Version;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to addresses of the config that are not Chili Piper's. One call is one POST: no redirect is followed and
 * nothing is repeated; it may last 15 s in all, and of an answer only the status counts. Thread-safe; starts its threads
 * with the first call.
 */
public final class Posts implements Poster {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int SUCCESS = 200;
    private static final int NO_SUCCESS = 300;

    private @Nullable Opened opened;
    private boolean closed;

    @Override
    public CompletableFuture<Taken> post(URI url, Map<String, String> headers, byte[] body) {
        try {
            var now = opened();
            var request = HttpRequest.newBuilder(url)
                    .timeout(LONGEST)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Usher/" + Version.text())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            return new HttpExchange(now.http(), request.build())
                    .atMost(LONGEST, now.threads().timer())
                    .answer()
                    .handle((found, failure) -> failure == null ? taken(found.status()) : unanswered(failure));
        } catch (RejectedExecutionException stopping) {
            return CompletableFuture.completedFuture(new Taken(false, "Usher is stopping"));
        }
    }

    private static Taken taken(int status) {
        return new Taken(status >= SUCCESS && status < NO_SUCCESS, "status " + status);
    }

    private static Taken unanswered(Throwable failure) {
        var cause = CallFailure.cause(failure);
        return new Taken(false, "no answer (" + cause.getClass().getSimpleName() + ")");
    }

    private synchronized Opened opened() {
        if (closed) {
            throw new RejectedExecutionException("Posts is closed.");
        }
        var now = opened;
        if (now == null) {
            var threads = new ClientThreads();
            now = new Opened(threads, HttpClients.open(threads.worker(), CONNECT, null, null));
            opened = now;
        }
        return now;
    }

    /** Ends what is under way, and its threads. */
    @Override
    public void close() {
        Opened ending;
        synchronized (this) {
            closed = true;
            ending = opened;
            opened = null;
        }
        if (ending != null) {
            HttpClients.end(ending.http());
            ending.threads().close();
        }
    }

    private record Opened(ClientThreads threads, HttpClient http) {}
}
