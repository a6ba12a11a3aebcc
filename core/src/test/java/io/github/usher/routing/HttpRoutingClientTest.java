package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpRoutingClientTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(1500);
    private static final RoutingRequest ADA = RoutingRequest.legacy(
            "inbound", Map.of("Email", "ada@ae.example"), Map.of("debug", false), Map.of(), Map.of(), null);

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (var one : opened) {
            one.close();
        }
    }

    @Nested
    class AGoodApi {
        @Test
        void gets_one_post_with_exactly_the_documented_json_and_headers() {
            var server = server(Misbehaviour.answersWell());

            var outcome = route(client(server.url(), LONG));

            assertThat(outcome).isInstanceOf(Routed.class);
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo("/marketing/acme");
                assertThat(request.body()).isEqualTo(RoutingJson.write(ADA));
                assertThat(request.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
                assertThat(request.header("Accept")).isEqualTo("application/json");
                assertThat(request.header("User-Agent")).isEqualTo("Usher/1.0");
                assertThat(request.header("Accept-Encoding")).isNull();
                assertThat(request.header("Transfer-Encoding")).isNull();
            });
        }

        @Test
        void is_asked_below_the_path_of_the_base_url() {
            var server = server(Misbehaviour.answersWell());

            route(client(URI.create(server.url() + "/sandbox/"), LONG));

            assertThat(server.requests()).extracting("path").containsExactly("/sandbox/marketing/acme");
        }

        @Test
        void gets_letters_of_all_alphabets_in_utf_8() {
            var server = server(Misbehaviour.answersWell());
            var request = RoutingRequest.legacy(
                    "inbound", Map.of("LastName", "Zoë 山田 😀"), Map.of(), Map.of(), Map.of(), null);

            client(server.url(), LONG).route(request).join();

            assertThat(server.requests().get(0).body()).isEqualTo(RoutingJson.write(request));
        }

        @Test
        void keeps_one_connection_for_one_call_after_another() {
            var server = server(Misbehaviour.answersWell());
            var client = client(server.url(), LONG);

            for (var i = 0; i < 20; i++) {
                assertThat(route(client)).isInstanceOf(Routed.class);
            }

            assertThat(server.requests()).hasSize(20);
            assertThat(server.connections()).isEqualTo(1);
        }

        @Test
        void may_compress_its_answer() {
            var body = Misbehaviour.gzip("{\"code\":8003}".getBytes(StandardCharsets.UTF_8));

            assertThat(route(client(
                            server(Misbehaviour.answers(200, Map.of("Content-Encoding", "gzip"), body))
                                    .url(),
                            LONG)))
                    .isInstanceOf(Disqualified.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"text/html", "text/plain; charset=utf-16", "nonsense", "application/json; charset=none"})
        void is_understood_whatever_type_it_names(String type) {
            var good = "{\"code\":8003}".getBytes(StandardCharsets.UTF_8);

            assertThat(route(client(
                            server(Misbehaviour.answers(200, Map.of("Content-Type", type), good))
                                    .url(),
                            LONG)))
                    .isInstanceOf(Disqualified.class);
        }

        @Test
        void may_answer_over_tls_with_a_certificate_that_is_trusted() {
            var certificate = TestCertificate.good();
            var server = opened(MisbehavingServer.startTls(certificate, Misbehaviour.answersWell()));

            assertThat(route(client(server.url(), LONG, 64, certificate.clientContext())))
                    .isInstanceOf(Routed.class);
        }
    }

    @Nested
    class ABadApi {
        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.usher.routing.HttpRoutingClientTest#faults")
        void that_breaks_the_call_off_is_asked_once_and_the_lead_may_have_arrived(String name, Misbehaviour fault) {
            var server = server(fault);

            var outcome = route(client(server.url(), LONG));

            assertThat(outcome).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                assertThat(unavailable.ambiguous()).isTrue();
                assertThat(unavailable.attempted()).isTrue();
                assertThat(unavailable.sentence()).doesNotContain("ada");
            });
            assertThat(server.requests()).hasSize(1);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.usher.routing.HttpRoutingClientTest#faults")
        void that_drops_a_connection_which_was_used_before_is_asked_once(String name, Misbehaviour fault) {
            var server = server(fault).next(Misbehaviour.answersWell());
            var client = client(server.url(), LONG);

            assertThat(route(client)).isInstanceOf(Routed.class);
            assertThat(route(client)).isInstanceOf(Unavailable.class);

            assertThat(server.requests()).hasSize(2);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("io.github.usher.routing.HttpRoutingClientTest#slowness")
        void that_is_slow_in_any_way_ends_with_the_call_timeout(String name, Misbehaviour slowness) {
            var server = server(slowness);
            var client = client(server.url(), SHORT);
            client.warmUp().join();

            var start = System.nanoTime();
            var outcome = route(client);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, SHORT.plusSeconds(4));
            assertThat(outcome).isEqualTo(new Unavailable("Chili Piper did not answer within 1.5 s.", null, true));
            assertThat(server.requests()).hasSize(1);
        }

        @Test
        void that_sends_300_megabytes_is_cut_off_and_takes_no_memory() {
            var server = server(Misbehaviour.sends300Megabytes());
            var client = client(server.url(), LONG);
            client.warmUp().join();
            route(client);

            var before = allocated();
            var outcome = route(client);
            var grown = allocated() - before;

            assertThat(outcome.sentence()).isEqualTo("Chili Piper answered with more than 64 KiB (HTTP 200).");
            assertThat(grown).isLessThan(5L * 1024 * 1024);
        }

        @Test
        void that_sends_a_compressed_bomb_is_cut_off_and_takes_no_memory() {
            var server = server(Misbehaviour.sendsAGzipBomb());
            var client = client(server.url(), LONG);
            route(client);

            var before = allocated();
            var outcome = route(client);
            var grown = allocated() - before;

            assertThat(outcome.sentence()).isEqualTo("Chili Piper answered with more than 64 KiB (HTTP 200).");
            assertThat(grown).isLessThan(5L * 1024 * 1024);
        }

        @Test
        void may_send_exactly_64_kib() {
            var json = "{\"code\":8003,\"x\":\"";
            var body = json + "x".repeat(BoundedBody.LIMIT - json.length() - 2) + "\"}";

            assertThat(route(client(server(Misbehaviour.answers(200, body)).url(), LONG)))
                    .isInstanceOf(Disqualified.class);
            assertThat(route(
                            client(server(Misbehaviour.answers(200, body + " ")).url(), LONG)))
                    .isInstanceOf(Unavailable.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void that_redirects_is_not_followed(int status) {
            var server = server(Misbehaviour.redirectsToItself(status));

            assertThat(route(client(server.url(), LONG)).sentence()).contains("redirect (HTTP " + status + ")");
            assertThat(server.requests()).hasSize(1);
        }

        @Test
        void that_answers_before_the_body_is_read_does_not_hold_the_call() {
            var server = server(Misbehaviour.answersBeforeTheBodyIsRead(400));
            var big = RoutingRequest.legacy(
                    "inbound", Map.of("Description", "x".repeat(100_000)), Map.of(), Map.of(), Map.of(), null);
            var client = client(server.url(), LONG);

            assertThat(client.route(big).orTimeout(10, TimeUnit.SECONDS).join()).isInstanceOf(Refused.class);
        }

        @Test
        void that_asks_for_a_password_is_a_refusal() {
            var server = server(Misbehaviour.answers(401, Map.of("WWW-Authenticate", "Basic realm=x"), new byte[0]));

            assertThat(route(client(server.url(), LONG))).isInstanceOf(Refused.class);
            assertThat(server.requests()).hasSize(1);
        }

        @Test
        void that_uses_an_encoding_nobody_asked_for_is_not_understood() {
            var server = server(Misbehaviour.answers(200, Map.of("Content-Encoding", "br"), new byte[10]));
            var broken = server(Misbehaviour.answers(404, Map.of("Content-Encoding", "gzip"), new byte[10]));

            assertThat(route(client(server.url(), LONG)).sentence()).contains("encoding that was not asked for");
            assertThat(route(client(broken.url(), LONG))).isInstanceOf(Refused.class);
        }
    }

    @Nested
    class NoApi {
        @Test
        void nothing_listening_is_known_at_once_and_no_lead_has_arrived() {
            assertUnsent(route(client(MisbehavingServer.nothingThere(), LONG)), "No connection to 127.0.0.1.");
        }

        @Test
        void an_unknown_host_name_is_told_as_such() {
            assertUnsent(
                    route(client(URI.create("http://no-such-host.invalid"), LONG)),
                    "The host no-such-host.invalid is not known here.");
        }

        @Test
        void a_full_backlog_ends_with_the_call_timeout_and_no_lead_has_arrived() {
            var backlog = opened(MisbehavingServer.fullBacklog());

            var start = System.nanoTime();
            var outcome = route(client(backlog.url(), SHORT));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plusSeconds(4));
            assertUnsent(outcome, "");
        }

        @Test
        void a_certificate_that_has_run_out_is_not_trusted() {
            assertNotTrusted(TestCertificate.expired(), true);
        }

        @Test
        void a_certificate_of_another_host_is_not_trusted() {
            assertNotTrusted(TestCertificate.ofAnotherHost(), true);
        }

        @Test
        void a_certificate_that_signed_itself_is_not_trusted() {
            assertNotTrusted(TestCertificate.good(), false);
        }

        @Test
        void a_connection_closed_in_the_handshake_or_answered_in_clear_never_sees_the_lead() {
            for (var fault : List.of(Misbehaviour.closesInTheHandshake(), Misbehaviour.speaksPlainHttp())) {
                var server = opened(MisbehavingServer.startPlainOnTlsPort(fault));

                assertThat(route(client(server.url(), LONG))).isInstanceOf(Unavailable.class);
                assertThat(server.requests()).isEmpty();
            }
        }

        private void assertNotTrusted(TestCertificate certificate, boolean signerKnown) {
            var server = opened(MisbehavingServer.startTls(certificate, Misbehaviour.answersWell()));

            var outcome = route(client(server.url(), LONG, 64, signerKnown ? certificate.clientContext() : null));

            assertUnsent(outcome, "No secure connection to localhost: ");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Nested
    class ManyCalls {
        @Test
        void go_on_at_once_up_to_the_bound_and_the_rest_wait_in_order() throws Exception {
            var server = server(Misbehaviour.answersAfter(300, Misbehaviour.answersWell()));
            var client = client(server.url(), LONG, 3, null);

            var start = System.nanoTime();
            var calls = routeMany(client, 9);
            CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0])).get(20, TimeUnit.SECONDS);

            assertThat(server.connections()).isLessThanOrEqualTo(3);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(850));
            assertThat(server.requests().stream().limit(3).map(this::emailOf)).containsExactlyInAnyOrder("0", "1", "2");
            assertThat(server.requests().stream().skip(6).map(this::emailOf)).containsExactlyInAnyOrder("6", "7", "8");
        }

        @Test
        void need_few_threads_even_when_all_of_them_hang() {
            var server = server(Misbehaviour.hangs());
            var client = client(server.url(), SHORT, 200, null);
            client.warmUp().join();

            var start = System.nanoTime();
            var calls = routeMany(client, 200);
            var threads = ownThreads();
            calls.forEach(CompletableFuture::join);

            assertThat(threads).hasSizeBetween(2, 3);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plusSeconds(8));
        }

        /** By itself the JDK's client answers on threads that all of the JVM shares, or on a new one for each. */
        @Test
        void are_answered_on_our_threads() {
            var server = server(Misbehaviour.answersAfter(300, Misbehaviour.answersWell()));
            var client = client(server.url(), LONG);

            var calls = routeMany(client, 20).stream()
                    .map(call ->
                            call.thenApply(outcome -> Thread.currentThread().getName()))
                    .toList();

            assertThat(calls).extracting(CompletableFuture::join).allMatch(name -> name.startsWith("usher-api"));
        }

        @Test
        void that_hang_use_their_own_time_and_not_that_of_those_behind_them() {
            var server = server(Misbehaviour.answersWell()).next(Misbehaviour.hangs());
            var client = client(server.url(), SHORT, 1, null);

            var calls = routeMany(client, 2);

            assertThat(calls.get(0).join()).isInstanceOf(Unavailable.class);
            assertThat(calls.get(1).join()).isInstanceOf(Routed.class);
        }

        private String emailOf(MisbehavingServer.Received request) {
            return request.body().replaceAll(".*\"Email\":\"([0-9]+)\".*", "$1");
        }
    }

    @Nested
    class TheEnd {
        @Test
        void leaves_no_thread_of_ours_and_answers_every_call() {
            var server = server(Misbehaviour.hangs());
            var client = client(server.url(), LONG, 2, null);
            var calls = routeMany(client, 5);
            assertThat(ownThreads()).isNotEmpty();

            var start = System.nanoTime();
            client.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            assertThat(ownThreads()).isEmpty();
            assertThat(calls)
                    .allSatisfy(call ->
                            assertThat(call).isCompletedWithValueMatching(outcome -> outcome instanceof Unavailable));
            assertThat(calls.stream().filter(call -> ((Unavailable) call.join()).attempted()))
                    .hasSize(2);
        }

        @Test
        void may_come_twice_and_later_calls_are_not_made() {
            var server = server(Misbehaviour.answersWell());
            var client = client(server.url(), LONG);
            client.close();
            client.close();

            assertThat(client.route(ADA).join())
                    .isEqualTo(Unavailable.notAsked("Chili Piper was not asked: Usher is stopping.", null));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void warming_up_sends_nothing_and_opens_no_connection() {
        var server = server(Misbehaviour.answersWell());

        assertThat(client(server.url(), LONG).warmUp()).succeedsWithin(Duration.ofSeconds(20));

        assertThat(server.connections()).isZero();
    }

    @Test
    void a_proxy_gets_the_whole_address() {
        var proxy = server(Misbehaviour.answersWell());
        var client = opened(new HttpRoutingClient(
                Endpoint.LEGACY,
                new ClientSettings(URI.create("http://api.example"), "acme", LONG, 64, proxy.url(), hosts())));

        assertThat(route(client)).isInstanceOf(Routed.class);
        assertThat(proxy.requests()).extracting("path").containsExactly("http://api.example/marketing/acme");
    }

    @Test
    void a_listener_that_throws_does_not_stop_the_next_call() {
        var server = server(Misbehaviour.answersWell());
        var client = client(server.url(), LONG);

        var first = client.route(ADA).thenRun(() -> {
            throw new StackOverflowError("a listener's own");
        });

        assertThat(first).failsWithin(Duration.ofSeconds(20));
        assertThat(route(client)).isInstanceOf(Routed.class);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("resets before the answer", Misbehaviour.resetsBeforeTheAnswer()),
                Arguments.of("resets in the middle of the body", Misbehaviour.resetsInTheBody()),
                Arguments.of("closes without an answer", Misbehaviour.closesWithoutAnAnswer()),
                Arguments.of("ends short of its length", Misbehaviour.endsShortOfItsLength()),
                Arguments.of("sends a bad chunk", Misbehaviour.sendsABadChunk()),
                Arguments.of("speaks no HTTP", Misbehaviour.speaksNoHttp()),
                Arguments.of("answers with nothing", Misbehaviour.answers(200, "")),
                Arguments.of("answers null", Misbehaviour.answers(200, "null")),
                Arguments.of("answers with a page", Misbehaviour.answers(200, "<!DOCTYPE html><title>Oops</title>")),
                Arguments.of(
                        "answers in UTF-16",
                        Misbehaviour.answers(200, Map.of(), "{\"code\":8003}".getBytes(StandardCharsets.UTF_16))),
                Arguments.of("sends 300 MB", Misbehaviour.sends300Megabytes()),
                Arguments.of("fails with 500", Misbehaviour.answers(500, "{\"message\":\"ada@ae.example\"}")));
    }

    static Stream<Arguments> slowness() {
        return Stream.of(
                Arguments.of("hangs", Misbehaviour.hangs()),
                Arguments.of("drips its body", Misbehaviour.dripsBody()),
                Arguments.of("drips its headers", Misbehaviour.dripsHeaders()));
    }

    private static void assertUnsent(RoutingOutcome outcome, String start) {
        assertThat(outcome).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.ambiguous()).isFalse();
            assertThat(unavailable.attempted()).isTrue();
        });
        assertThat(outcome.sentence()).startsWith(start);
    }

    private static RoutingOutcome route(RoutingClient client) {
        return client.route(ADA).orTimeout(40, TimeUnit.SECONDS).join();
    }

    private static List<CompletableFuture<RoutingOutcome>> routeMany(RoutingClient client, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> client.route(RoutingRequest.legacy(
                        "inbound", Map.of("Email", Integer.toString(i)), Map.of(), Map.of(), Map.of(), null)))
                .toList();
    }

    private MisbehavingServer server(Misbehaviour always) {
        return opened(MisbehavingServer.start(always));
    }

    private HttpRoutingClient client(URI baseUrl, Duration timeout) {
        return client(baseUrl, timeout, 64, null);
    }

    private HttpRoutingClient client(URI baseUrl, Duration timeout, int atOnce, @Nullable SSLContext tls) {
        return opened(new HttpRoutingClient(
                Endpoint.LEGACY, new ClientSettings(baseUrl, "acme", timeout, atOnce, null, hosts()), tls));
    }

    private <T extends AutoCloseable> T opened(T one) {
        opened.add(0, one);
        return one;
    }

    private static BookingHosts hosts() {
        return new BookingHosts(List.of(), URI.create("https://api.chilipiper.com"));
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("usher-api"))
                .toList();
    }

    /** Bytes that all living threads have allocated so far. */
    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return java.util.Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
