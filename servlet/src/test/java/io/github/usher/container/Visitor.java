package io.github.usher.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A browser, without pages: keeps cookies, sends what a browser sends with a navigation, follows no redirect, and hands
 * out the bytes as they came.
 */
public final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Two browsers without a session would be one to Usher if nothing told them apart. */
    private final int number = COUNT.incrementAndGet();

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager())
            .build();

    /** @param base the address of a site, without a slash at the end */
    public Visitor(URI base) {
        this.base = base;
    }

    public Reply get(String path) {
        return send(request(path));
    }

    /** @param namesAndValues by turns the name and the value of a field; a name may come again */
    public Reply post(String path, String... namesAndValues) {
        return post(
                path, "application/x-www-form-urlencoded", form(namesAndValues).getBytes(UTF_8));
    }

    public Reply post(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** A form with a boundary, as a browser sends it; no files. */
    public Reply postMultipart(String path, String... namesAndValues) {
        var body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append("--the-boundary\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        body.append("--the-boundary--\r\n");
        return post(
                path,
                "multipart/form-data; boundary=the-boundary",
                body.toString().getBytes(UTF_8));
    }

    /** A request of a navigation, to change and {@link #send}. The path may be an absolute address. */
    public HttpRequest.Builder request(String path) {
        var uri = path.contains("://") ? URI.create(path) : URI.create(base + path);
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("User-Agent", "Mozilla/5.0 (visitor " + number + ")")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document");
    }

    public Reply send(HttpRequest.Builder request) {
        var built = request.build();
        try {
            return new Reply(client.send(built, BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new IllegalStateException("No answer from " + built.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for " + built.uri(), interrupted);
        }
    }

    private static String form(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(URLEncoder.encode(namesAndValues[i], UTF_8) + "="
                    + URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return String.join("&", pairs);
    }
}
