package io.github.usher.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The routing API on 127.0.0.1: keeps each call, and answers as the test says; by default with a calendar of its own. An
 * answer is given on a thread of its own, so a test may hold one back inside its function.
 */
public final class FakeChiliPiper implements AutoCloseable {
    private static final int CALL_SECONDS = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new ArrayList<>();
    private volatile Function<Call, Answer> answering = call -> calendar();

    private FakeChiliPiper(HttpServer server) {
        this.server = server;
    }

    public static FakeChiliPiper start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var fake = new FakeChiliPiper(server);
        server.createContext("/", fake::handle);
        server.setExecutor(fake.threads);
        server.start();
        return fake;
    }

    /** What {@code chilipiper.base-url} is set to. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The address of the calendar that it answers with by default. */
    public String calendarUrl() {
        return baseUrl() + "/book/me/?id=00Q000000000001&routeId=508b2f5f4a37500001ba7ffb";
    }

    /** An answer with a calendar. */
    public Answer calendar() {
        return Answer.json("{\"routeId\":\"508b2f5f4a37500001ba7ffb\",\"url\":\"" + calendarUrl() + "\"}");
    }

    public void answer(Function<Call, Answer> answer) {
        answering = answer;
    }

    /** The calls so far, oldest first. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** The calls, once there are at least so many; waits at most 20 seconds. */
    public List<Call> awaitCalls(int count) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CALL_SECONDS);
        synchronized (calls) {
            while (calls.size() < count) {
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("Only " + calls.size() + " calls came, not " + count + ".");
                }
                calls.wait(left);
            }
            return List.copyOf(calls);
        }
    }

    /** Forgets the calls, and answers by default again: for the next test on the same server. */
    public void reset() {
        synchronized (calls) {
            calls.clear();
        }
        answering = call -> calendar();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var call =
                    new Call(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
            synchronized (calls) {
                calls.add(call);
                calls.notifyAll();
            }
            send(exchange, answering.apply(call));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** One request as it came. */
    public record Call(String method, URI uri, Headers headers, String body) {}

    /** What is sent back. */
    public record Answer(int status, String contentType, String body) {
        public static Answer json(String body) {
            return json(200, body);
        }

        public static Answer json(int status, String body) {
            return new Answer(status, "application/json; charset=UTF-8", body);
        }
    }
}
