package io.github.usher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.usher.routing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The vendor's hosts under their own names, on this machine: an API that answers with {@code acme.chilipiper.com}, whose
 * calendar at {@code /from/HOST} moves on to another host, where it says that it was booked.
 */
final class VendorHosts implements AutoCloseable {
    private final HttpServer api;
    private final HttpsServer pages;
    /** A browser opens connections in advance, and says nothing on them: none may keep another waiting. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private VendorHosts(HttpServer api, HttpsServer pages) {
        this.api = api;
        this.pages = pages;
        pages.setExecutor(threads);
        api.start();
        pages.start();
    }

    /** @param host where the calendar moves on to inside the frame */
    static VendorHosts whoseCalendarMovesTo(String host) throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var api = HttpServer.create(loopback, 0);
        api.createContext("/", exchange -> answer(exchange, 200, "application/json", """
                {"routeId":"508b2f5f4a37500001ba7ffb","url":"https://acme.chilipiper.com/book/me/?id=00Q"}"""));
        var pages = HttpsServer.create(loopback, 0);
        pages.setHttpsConfigurator(new HttpsConfigurator(TestCertificate.good().serverContext()));
        pages.createContext("/book", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://" + host + "/moved");
            answer(exchange, 302, "text/plain", "");
        });
        pages.createContext("/moved", exchange -> answer(exchange, 200, "text/html", """
                <!DOCTYPE html><title>Calendar</title><h1>Moved</h1>
                <script>parent.postMessage({action: "booking-confirmed", args: {}}, "*");</script>"""));
        return new VendorHosts(api, pages);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    String apiUrl() {
        return "http://127.0.0.1:" + api.getAddress().getPort();
    }

    /** Arguments with which Chromium finds these hosts here, and takes their certificate. */
    String[] browserArguments() {
        return new String[] {
            "--host-resolver-rules=MAP *.chilipiper.com 127.0.0.1:"
                    + pages.getAddress().getPort(),
            "--ignore-certificate-errors"
        };
    }

    @Override
    public void close() {
        api.stop(0);
        pages.stop(0);
        threads.shutdownNow();
    }
}
