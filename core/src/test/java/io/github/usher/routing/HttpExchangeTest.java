package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpExchangeTest {
    private static final String OURS = "ours";

    private final ExecutorService executor = Executors.newFixedThreadPool(2, task -> new Thread(task, OURS));
    private final Watched http = new Watched(HttpClients.open(executor, Duration.ofSeconds(5), null, null));

    @AfterEach
    void end() {
        HttpClients.end(http.real);
        executor.shutdownNow();
    }

    /** What ends on our thread, nobody has given to another: neither to the JVM's pool nor to a new thread. */
    @Test
    void an_answer_takes_no_thread_but_ours() {
        try (var server = MisbehavingServer.start(Misbehaviour.answersAfter(300, Misbehaviour.answersWell()))) {
            var exchange = begin(server);

            var answer = exchange.answer();

            assertThat(answer.thenApply(found -> Thread.currentThread().getName())
                            .join())
                    .isEqualTo(OURS);
            assertThat(answer.join().status()).isEqualTo(200);
            assertThat(http.endedOn.join()).isEqualTo(OURS);
        }
    }

    @Test
    void a_body_that_breaks_off_is_no_answer() {
        try (var server = MisbehavingServer.start(Misbehaviour.endsShortOfItsLength())) {
            var answer = begin(server).answer();

            assertThatThrownBy(answer::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void one_that_is_cancelled_ends_at_once() {
        try (var server = MisbehavingServer.start(Misbehaviour.hangs())) {
            var exchange = begin(server);

            exchange.cancel();

            assertThatThrownBy(exchange.answer()::join).hasCauseInstanceOf(CancellationException.class);
        }
    }

    private HttpExchange begin(MisbehavingServer server) {
        return new HttpExchange(http, HttpRequest.newBuilder(server.url()).build());
    }

    /** A real client, of which it can be seen on which thread its own futures end. */
    private static final class Watched extends HttpClient {
        private final HttpClient real;
        private final CompletableFuture<String> endedOn = new CompletableFuture<>();

        private Watched(HttpClient real) {
            this.real = real;
        }

        private <T> CompletableFuture<T> watched(CompletableFuture<T> answer) {
            answer.whenComplete(
                    (found, failure) -> endedOn.complete(Thread.currentThread().getName()));
            return answer;
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
            return watched(real.sendAsync(request, handler));
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
            return watched(real.sendAsync(request, handler, pushes));
        }

        @Override
        public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
                throws IOException, InterruptedException {
            return real.send(request, handler);
        }

        @Override
        public Optional<Executor> executor() {
            return real.executor();
        }

        @Override
        public Optional<CookieHandler> cookieHandler() {
            return real.cookieHandler();
        }

        @Override
        public Optional<Duration> connectTimeout() {
            return real.connectTimeout();
        }

        @Override
        public Redirect followRedirects() {
            return real.followRedirects();
        }

        @Override
        public Optional<ProxySelector> proxy() {
            return real.proxy();
        }

        @Override
        public SSLContext sslContext() {
            return real.sslContext();
        }

        @Override
        public SSLParameters sslParameters() {
            return real.sslParameters();
        }

        @Override
        public Optional<Authenticator> authenticator() {
            return real.authenticator();
        }

        @Override
        public Version version() {
            return real.version();
        }
    }
}
