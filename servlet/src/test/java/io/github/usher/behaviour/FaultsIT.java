package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.routing.MisbehavingServer;
import io.github.usher.routing.Misbehaviour;
import io.github.usher.routing.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault that an API can have, seen from the visitor of a real site: within the time that the form gives him he is on
 * the site's own page, the site has handled his form once, and the API got one POST.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    /** What Usher may take beside {@code visitor-waits}. */
    private static final Duration OURS = Duration.ofMillis(250);
    /** What a busy machine may take for the requests that a visitor makes. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static final Duration LONGEST = FaultySite.VISITOR_WAITS.plus(OURS).plus(SLACK);
    private static final int LANES = 4;
    private static final String HOST_THAT_COMES = "api.usher-test.example";

    private final List<MisbehavingServer> servers = new ArrayList<>();
    private final Map<String, URI> unreachable = new LinkedHashMap<>();
    private final Map<Fault, CompletableFuture<FaultRun>> runs = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private MisbehavingServer late;
    private MisbehavingServer asking;
    private MisbehavingServer comes;
    private MisbehavingServer trusted;
    private MisbehavingServer inClear;
    private MisbehavingServer.FullBacklog backlog;
    private Path names;
    private Container container;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        names = folder.resolve("hosts");
        Files.writeString(names, "127.0.0.1 localhost\n");
        var certificate = TestCertificate.good();
        var expired = TestCertificate.expired();
        var another = TestCertificate.ofAnotherHost();
        TestCertificate.trust(folder.resolve("trust.p12"), certificate, expired, another);
        late = server(MisbehavingServer.start(Misbehaviour.answersWell()));
        asking = server(MisbehavingServer.start(Misbehaviour.answersWell()));
        comes = server(MisbehavingServer.start(Misbehaviour.answersWell()));
        trusted = server(MisbehavingServer.startTls(certificate, Misbehaviour.answersWell()));
        backlog = MisbehavingServer.fullBacklog();
        inClear = server(MisbehavingServer.startPlainOnTlsPort(Misbehaviour.speaksPlainHttp()));
        unreachable.put("nothing-listening", MisbehavingServer.nothingThere());
        unreachable.put("full-backlog", backlog.url());
        unreachable.put("unknown-host", URI.create("http://nowhere.usher-test.example"));
        unreachable.put(
                "tls-on-a-clear-port",
                URI.create("https://localhost:" + late.url().getPort()));
        unreachable.put("clear-on-a-tls-port", inClear.url());
        unreachable.put("tls-expired", tls(expired));
        unreachable.put("tls-of-another-host", tls(another));
        unreachable.put("tls-self-signed", tls(TestCertificate.good()));
        unreachable.put(
                "tls-closed-in-the-handshake",
                server(MisbehavingServer.startPlainOnTlsPort(Misbehaviour.closesInTheHandshake()))
                        .url());
        var builder = Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .jvm("-Djdk.net.hosts.file=" + names, "-Dsun.net.inetaddr.negative.ttl=1")
                .jvm("-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"))
                .jvm("-Djavax.net.ssl.trustStorePassword=" + TestCertificate.PASSWORD)
                .with(FaultySite.at("/late", late.url()))
                .with(FaultySite.at("/asking", asking.url()))
                .with(FaultySite.pages("/trusted")
                        .config(FaultySite.config(
                                "trusted", trusted.url(), Duration.ofSeconds(15), Duration.ofSeconds(20))))
                .with(FaultySite.at(
                        "/comes",
                        URI.create(
                                "http://" + HOST_THAT_COMES + ":" + comes.url().getPort())));
        var lanes = new ArrayList<MisbehavingServer>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(server(MisbehavingServer.start(Misbehaviour.answersWell())));
            builder.with(FaultySite.at("/lane" + lane, lanes.get(lane).url()));
        }
        unreachable.forEach((name, url) -> builder.with(FaultySite.at("/" + name, url)));
        container = builder.start();
        begin(lanes);
    }

    private MisbehavingServer server(MisbehavingServer server) {
        servers.add(server);
        return server;
    }

    private URI tls(TestCertificate certificate) {
        return server(MisbehavingServer.startTls(certificate, Misbehaviour.answersWell()))
                .url();
    }

    /** The faults side by side in a few sites: nearly all of their time is spent waiting. */
    private void begin(List<MisbehavingServer> lanes) {
        var previous = new ArrayList<CompletableFuture<?>>();
        lanes.forEach(lane -> previous.add(CompletableFuture.completedFuture(null)));
        int number = 0;
        for (var fault : Fault.all()) {
            int lane = number % LANES;
            int row = number++;
            var run = previous.get(lane)
                    .handleAsync(
                            (before, failed) ->
                                    FaultRun.of(fault, container, "/lane" + lane, lanes.get(lane), row, threads),
                            threads);
            runs.put(fault, run);
            previous.set(lane, run);
        }
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        if (container != null) {
            container.close();
        }
        servers.forEach(MisbehavingServer::close);
        if (backlog != null) {
            backlog.close();
        }
    }

    Stream<Fault> faults() {
        return runs.keySet().stream();
    }

    Stream<String> unreachable() {
        return unreachable.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void an_api_that(Fault fault) {
        var run = Objects.requireNonNull(runs.get(fault)).join();

        assertThat(run.journey().outside()).isNull();
        assertThat(run.journey().last().text().strip()).isEqualTo("Thank you.");
        assertThat(run.journey().millis()).isLessThan(LONGEST.toMillis());
        assertThat(run.runs()).as("runs of the site's handler").isEqualTo("1");
        assertThat(run.posts()).as("POSTs of one attempt").isEqualTo(1);
        assertThat(run.state()).isEqualTo(fault.ends());
        assertThat(run.sentAgain()).isNotEqualTo(false);
        assertThat(run.journey().everything()).doesNotContain("evil", "javascript:", "chilipiper.com/book");
        assertThat(run.otherPageMillis()).as("another page meanwhile").isLessThan(SLACK.toMillis());
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void an_api_behind(String app) {
        var journey = FaultySite.submit(container, "/" + app, "redirect", "Ada");

        assertThat(journey.last().text().strip()).isEqualTo("Thank you.");
        assertThat(journey.millis()).isLessThan(LONGEST.toMillis());
        assertThat(FaultySite.runs(container, "/" + app, "Ada")).isEqualTo("1");
        container.awaitLog(app + "-redirect: submission ");
        assertThat(container.log().stream().filter(line -> line.contains(app + "-redirect: submission ")))
                .allMatch(line -> line.contains(" is waiting. "));
        servers.stream()
                .filter(server -> server.url().equals(unreachable.get(app)))
                .forEach(server -> assertThat(server.requests())
                        .as("the lead in clear, or to a stranger")
                        .noneMatch(request -> request.body().contains("Ada")));
    }

    @Test
    void an_api_with_a_certificate_that_is_trusted_is_asked() {
        assertThat(FaultySite.submit(container, "/trusted", "redirect", "Ada").outside())
                .hasHost("acme.chilipiper.com");
    }

    @Test
    void a_late_answer_never_reaches_another_visitor() {
        late.next(Misbehaviour.answersAfter(
                1_500, Misbehaviour.answers(200, "{\"url\":\"https://acme.chilipiper.com/book/of-the-first\"}")));

        var first = FaultySite.submit(container, "/late", "redirect", "First");
        var second = FaultySite.submit(container, "/late", "redirect", "Second");
        container.awaitLog("late-redirect: submission ");
        var third = FaultySite.submit(container, "/late", "forward", "Third");

        assertThat(first.last().text().strip()).isEqualTo("Thank you.");
        assertThat(List.of(second, third))
                .allSatisfy(journey ->
                        assertThat(journey.outside()).hasToString("https://acme.chilipiper.com/book/q?id=1"));
    }

    @Nested
    class An_api_that_asks_for_time {
        @Test
        void is_not_called_before_and_visitors_go_straight_to_the_sites_own_page() {
            var pause = Duration.ofSeconds(3);
            asking.next(Misbehaviour.answers(429, Map.of("Retry-After", "3"), new byte[0]));

            var asked = FaultySite.submit(container, "/asking", "redirect", "Asked");
            long from = System.nanoTime();
            var next = FaultySite.submit(container, "/asking", "redirect", "Next");
            var forwarded = FaultySite.submit(container, "/asking", "forward", "Forwarded");

            assertThat(asked.last().text().strip()).isEqualTo("Thank you.");
            assertThat(next.handsOff()).isFalse();
            assertThat(next.first().status()).isEqualTo(302);
            assertThat(forwarded.millis()).isLessThan(SLACK.toMillis());
            Eventually.holds("that all have come", Duration.ofSeconds(20), () -> leads(asking) == 3);
            assertThat(System.nanoTime() - from).isGreaterThan(pause.toNanos() - OURS.toNanos());
        }
    }

    @Nested
    class An_api_that_is_away {
        @Test
        void is_left_alone_after_some_failures_and_gets_every_lead_soon_after_it_is_back() throws IOException {
            for (int i = 0; i < 5; i++) {
                assertThat(FaultySite.submit(container, "/comes", "redirect", "Early" + i)
                                .last()
                                .text()
                                .strip())
                        .isEqualTo("Thank you.");
            }
            Eventually.holds(
                    "that the breaker is open",
                    Duration.ofSeconds(20),
                    () -> FaultySite.health(container, "/comes").contains("\"breaker\":\"open\""));
            var direct = FaultySite.submit(container, "/comes", "redirect", "Direct");
            assertThat(direct.handsOff()).isFalse();
            assertThat(direct.first().location().getPath()).isEqualTo("/comes/thanks.jsp");

            Files.writeString(names, "127.0.0.1 localhost " + HOST_THAT_COMES + "\n");
            long back = System.nanoTime();
            Eventually.holds("that all six have come", Duration.ofSeconds(40), () -> leads(comes) == 6);

            assertThat(System.nanoTime() - back)
                    .isLessThan(Duration.ofSeconds(40).toNanos());
            Eventually.holds(
                    "that the breaker is closed",
                    Duration.ofSeconds(5),
                    () -> FaultySite.health(container, "/comes").contains("\"breaker\":\"closed\""));
            assertThat(FaultySite.submit(container, "/comes", "redirect", "After")
                            .outside())
                    .hasHost("acme.chilipiper.com");
        }
    }

    @Test
    void the_log_names_no_visitor_and_of_a_page_that_is_not_trusted_only_its_host() {
        runs.values().forEach(run -> run.handle((done, failed) -> done).join());

        assertThat(container.log())
                .noneMatch(line -> line.contains("@ae.example") || line.contains("LastName\":"))
                .noneMatch(line -> line.contains("Set-Cookie") || line.contains("/evil"))
                .noneMatch(line -> line.contains("Jersey"))
                .noneMatch(line -> line.contains("StackOverflowError") || line.contains("Usher failed"));
    }

    private static long leads(MisbehavingServer api) {
        return api.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && !request.body().isEmpty())
                .map(request -> request.body().replaceAll(".*\"LastName\":\"(\\w+)\".*", "$1"))
                .distinct()
                .count();
    }
}
