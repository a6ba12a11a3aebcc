package io.github.usher.benchmarks.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A routing API that answers each POST with a calendar, after a time that {@code /set?millis=} sets, with a status that
 * {@code &status=} sets. Says {@code PORT n}, and ends when its standard input does. It takes as little of the machine as
 * can be: a servlet container would keep some 100 KB for each of the thousands that wait.
 */
public final class ApiProcess {
    private static final int BACKLOG = 4_000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong calls = new AtomicLong();
    private volatile long millis;
    private volatile int status = 200;

    private ApiProcess() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        var api = new ApiProcess();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(api.thread);
        server.createContext("/", api::route);
        server.createContext("/count", api::tell);
        server.createContext("/set", api::set);
        server.start();
        System.out.println("PORT " + server.getAddress().getPort());
        System.out.flush();
        while (System.in.read() >= 0) {
            // Until its parent goes.
        }
        System.exit(0);
    }

    private void set(HttpExchange exchange) throws IOException {
        for (var part : exchange.getRequestURI().getQuery().split("&")) {
            int is = part.indexOf('=');
            var value = part.substring(is + 1);
            if (part.startsWith("millis=")) {
                millis = Long.parseLong(value);
            } else {
                status = Integer.parseInt(value);
            }
        }
        tell(exchange);
    }

    /** How many calls it has had. */
    private void tell(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/plain", Long.toString(calls.get()));
    }

    private void route(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        calls.incrementAndGet();
        if (millis == 0) {
            calendar(exchange);
        } else {
            thread.schedule(() -> later(exchange), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void later(HttpExchange exchange) {
        try {
            calendar(exchange);
        } catch (IOException callerLeft) {
            throw new UncheckedIOException(callerLeft);
        }
    }

    private void calendar(HttpExchange exchange) throws IOException {
        var calendar = "http://127.0.0.1:" + exchange.getLocalAddress().getPort() + "/book/me?id=00Q000000000001";
        answer(
                exchange,
                status,
                "application/json",
                "{\"routeId\":\"508b2f5f4a37500001ba7ffb\",\"url\":\"" + calendar + "\"}");
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
