package io.github.usher.container;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A front server that shows an application under another path. It tells who asked and by what host, and changes nothing
 * in what comes back.
 */
public final class FrontServer implements AutoCloseable {
    private static final Set<String> ITS_OWN =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "transfer-encoding");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String path;

    private FrontServer(HttpServer server, String path) {
        this.server = server;
        this.path = path;
    }

    /** @param path under which the world sees the application, for instance {@code /public} */
    public static FrontServer start(String path) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var front = new FrontServer(server, path);
        server.setExecutor(front.threads);
        server.start();
        return front;
    }

    /** How the world reaches the application. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Passes requests on from here on. */
    public void passTo(URI application) {
        server.createContext(path, exchange -> {
            try (exchange) {
                pass(exchange, application);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void pass(HttpExchange exchange, URI application) throws IOException, InterruptedException {
        var asked = exchange.getRequestURI().toString();
        var request = HttpRequest.newBuilder(URI.create(application + asked.substring(path.length())))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> headers(request, name, values));
        request.header("X-Forwarded-Host", url().getAuthority());
        request.header("X-Forwarded-Proto", "http");
        request.header("X-Forwarded-For", "203.0.113.9");
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static void headers(HttpRequest.Builder request, String name, List<String> values) {
        if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
