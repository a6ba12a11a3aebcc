package io.github.usher.doctor;

import io.github.usher.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Asks an address by GET, once, without following redirects; at most 512 KB of the answer are read. */
final class Web {
    private static final int MOST_BYTES = 512 * 1024;

    private final HttpClient http;
    private final Duration patience;

    /** What came of it. */
    sealed interface Answer {
        /** An answer of whatever status. */
        record Page(int status, HttpHeaders headers, String body) implements Answer {}

        /** None. */
        record None(Trouble trouble) implements Answer {}
    }

    /** @param proxy null: the JVM's */
    Web(SSLContext tls, @Nullable URI proxy, Duration patience) {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .sslContext(tls);
        if (proxy != null) {
            builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), WayToApi.port(proxy))));
        }
        this.http = builder.build();
        this.patience = patience;
    }

    Answer get(URI address, String... headers) {
        var request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("User-Agent", "Usher/" + Version.text() + " doctor");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var answer = http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenCompose(found -> CompletableFuture.supplyAsync(() -> page(found)));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            var why = new HttpTimeoutException("no whole answer in time");
            return new Answer.None(Trouble.of(why, address.getHost(), patience));
        } catch (ExecutionException failed) {
            return new Answer.None(Trouble.of(failed, address.getHost(), patience));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.None(Trouble.of(stopped, address.getHost(), patience));
        }
    }

    private static Answer page(HttpResponse<InputStream> found) {
        try (var in = found.body()) {
            var body = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return new Answer.Page(found.statusCode(), found.headers(), body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
