package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostsTest {
    private final List<String> came = new CopyOnWriteArrayList<>();
    private final Posts posts = new Posts();
    private HttpServer server;
    private volatile int status = 204;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                came.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("webhook-id") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        posts.close();
        server.stop(0);
    }

    private Poster.Taken post() throws Exception {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=b");
        return posts.post(url, Map.of("webhook-id", "msg_1"), "{}".getBytes(StandardCharsets.UTF_8))
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void a_message_is_posted_once_with_its_headers() throws Exception {
        assertThat(post().ok()).isTrue();

        assertThat(came).containsExactly("/hook?a=b msg_1 {}");
    }

    @Test
    void whatever_is_no_success_is_a_failure_and_no_redirect_is_followed() throws Exception {
        for (int other : new int[] {302, 404, 410, 500, 503}) {
            status = other;
            assertThat(post()).isEqualTo(new Poster.Taken(false, "status " + other));
        }

        assertThat(came).hasSize(5);
    }

    @Test
    void an_address_where_nobody_is_and_an_end_are_failures_and_no_exceptions() throws Exception {
        server.stop(0);
        assertThat(post()).isEqualTo(new Poster.Taken(false, "no answer (ConnectException)"));
        posts.close();

        assertThat(post()).isEqualTo(new Poster.Taken(false, "Usher is stopping"));
    }
}
