package io.github.usher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.UsherConfig;
import io.github.usher.routing.MisbehavingServer;
import io.github.usher.routing.MisbehavingServer.Received;
import io.github.usher.desk.Desk;
import io.github.usher.desk.DeskServer;
import io.github.usher.routing.Misbehaviour;
import io.github.usher.routing.TestCertificate;
import io.github.usher.store.StoreSite;
import io.github.usher.store.Stores;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final Misbehaviour ACTIVE = Misbehaviour.answers(
            200,
            Map.of("Content-Type", "application/json", "Date", "Mon, 4 May 2026 10:00:20 GMT"),
            "{\"active\": true}".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private UsherConfig config(URI api, String more) throws IOException {
        var file = Files.writeString(
                folder.resolve("usher.yaml"), """
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: API
                  MORE
                forms:
                  contact:
                    path: /contact.do
                    accepted-when:
                      redirect: /thanks.jsp
                    router: inbound
                    lead:
                      LastName: ${last}
                      Company: ${company}
                      Email: ${email}
                """.replace("API", api.toString()).replace("MORE", more));
        return Objects.requireNonNull(new ConfigReader(name -> null).check(file).config());
    }

    private List<String> lines(UsherConfig config, SSLContext tls, URI... pages) {
        return findings(config, tls, pages).stream()
                .map(finding -> finding.verdict() + " " + finding.topic() + ": " + finding.sentence())
                .toList();
    }

    private List<Finding> findings(UsherConfig config, SSLContext tls, URI... pages) {
        var findings = new ArrayList<Finding>();
        var site = new StoreSite("ROOT", null, folder, DoctorTest.class.getClassLoader());
        new Doctor(config, null, site, List.of(pages), tls, Duration.ofMillis(700), InstantSource.fixed(NOW))
                .examine(findings::add);
        return findings;
    }

    private static SSLContext anyTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String of(List<String> lines, String topic) {
        return lines.stream()
                .filter(line -> line.contains(" " + topic + ": "))
                .findFirst()
                .orElse("nothing of " + topic);
    }

    @Nested
    class TheWayToTheApi {
        @Test
        void all_is_well() throws IOException {
            var certificate = TestCertificate.good();
            try (var api = MisbehavingServer.startTls(certificate, ACTIVE)) {
                var lines = lines(config(api.url(), ""), certificate.clientContext());

                assertThat(of(lines, "proxy")).isEqualTo("OK proxy: None is set, so calls go out directly.");
                assertThat(of(lines, "name")).startsWith("OK name: localhost is ");
                assertThat(of(lines, "connection"))
                        .startsWith("OK connection: localhost:")
                        .contains("takes connections");
                assertThat(of(lines, "TLS")).contains("TLSv1.3, with a certificate that is good until 20");
                assertThat(of(lines, "clock")).startsWith("OK clock: ");
            }
        }

        @Test
        void only_the_router_is_asked_for_and_no_lead_is_made() throws IOException {
            try (var api = MisbehavingServer.start(ACTIVE)) {
                lines(config(api.url(), ""), anyTrust());

                assertThat(api.requests().stream().map(Received::method)).containsOnly("GET");
                assertThat(api.requests().stream().map(Received::path))
                        .containsExactly("/marketing/inbound-router/enabled/acme/inbound", "/");
            }
        }

        @Test
        void a_name_that_nobody_knows_ends_the_way_there() throws IOException {
            var lines = lines(config(URI.create("https://api.chilipiper.invalid"), ""), anyTrust());

            assertThat(of(lines, "name")).isEqualTo("BAD name: The name api.chilipiper.invalid is not known here.");
            assertThat(of(lines, "router"))
                    .isEqualTo("SKIPPED router: None was asked for, since the API is not reached.");
        }

        @Test
        void nothing_listens_there() throws IOException {
            assertThat(of(lines(config(MisbehavingServer.nothingThere(), ""), anyTrust()), "connection"))
                    .isEqualTo("BAD connection: 127.0.0.1 refuses the connection.");
        }

        @Test
        void a_firewall_drops_what_is_sent() throws IOException {
            try (var full = MisbehavingServer.fullBacklog()) {
                assertThat(of(lines(config(full.url(), ""), anyTrust()), "connection"))
                        .isEqualTo("BAD connection: 127.0.0.1 did not answer within 0.7 s.");
            }
        }

        @Test
        void a_certificate_that_nobody_trusts() throws IOException {
            try (var api = MisbehavingServer.startTls(TestCertificate.good(), ACTIVE)) {
                var findings = findings(config(api.url(), ""), anyTrust());

                assertThat(findings).anySatisfy(finding -> {
                    assertThat(finding.sentence())
                            .isEqualTo("Nobody whom this Java trusts has signed the certificate of localhost.");
                    assertThat(finding.advice()).contains("keytool -importcert");
                });
            }
        }

        @Test
        void a_certificate_of_another_host() throws IOException {
            var certificate = TestCertificate.ofAnotherHost();
            try (var api = MisbehavingServer.startTls(certificate, ACTIVE)) {
                assertThat(of(lines(config(api.url(), ""), certificate.clientContext()), "TLS"))
                        .isEqualTo("BAD TLS: The certificate of localhost belongs to another host.");
            }
        }

        @Test
        void a_certificate_that_has_ended() throws IOException {
            var certificate = TestCertificate.expired();
            try (var api = MisbehavingServer.startTls(certificate, ACTIVE)) {
                assertThat(of(lines(config(api.url(), ""), certificate.clientContext()), "TLS"))
                        .isEqualTo("BAD TLS: The certificate of localhost is not valid today.");
            }
        }

        @Test
        void the_handshake_is_cut_off() throws IOException {
            try (var api = MisbehavingServer.startPlainOnTlsPort(Misbehaviour.closesInTheHandshake())) {
                assertThat(of(lines(config(api.url(), ""), anyTrust()), "TLS")).startsWith("BAD TLS: ");
            }
        }

        @Test
        void a_proxy_that_is_not_there() throws IOException {
            var lines = lines(
                    config(URI.create("https://api.chilipiper.com"), "proxy: " + MisbehavingServer.nothingThere()),
                    anyTrust());

            assertThat(lines.get(0)).startsWith("OK proxy: Calls go by the proxy 127.0.0.1:");
            assertThat(lines.get(1)).isEqualTo("BAD proxy: 127.0.0.1 refuses the connection.");
            assertThat(of(lines, "router")).startsWith("SKIPPED");
        }

        @Test
        void a_proxy_is_asked_for_the_api() throws IOException {
            try (var proxy = MisbehavingServer.start(ACTIVE)) {
                var lines = lines(config(URI.create("http://api.example"), "proxy: " + proxy.url()), anyTrust());

                assertThat(of(lines, "router")).startsWith("OK router: ");
                assertThat(proxy.requests().get(0).path())
                        .isEqualTo("http://api.example/marketing/inbound-router/enabled/acme/inbound");
            }
        }
    }

    @Nested
    class Routers {
        private String told(Misbehaviour behaviour) throws IOException {
            try (var api = MisbehavingServer.start(behaviour)) {
                return of(lines(config(api.url(), ""), anyTrust()), "router");
            }
        }

        @Test
        void one_that_is_active() throws IOException {
            assertThat(told(ACTIVE))
                    .isEqualTo("OK router: inbound (contact): Chili Piper answers, and the router is active.");
        }

        @Test
        void one_that_is_not() throws IOException {
            assertThat(told(Misbehaviour.answers(200, "{\"active\":false}")))
                    .isEqualTo(
                            "BAD router: inbound (contact): Chili Piper answers, and knows no active router of that name."
                                    + " Check router and tenant.");
        }

        @Test
        void an_answer_that_tells_nothing_is_only_a_warning() throws IOException {
            for (var answer : List.of(
                    Misbehaviour.answers(404, "{}"),
                    Misbehaviour.answers(200, "<html>Please log in</html>"),
                    Misbehaviour.answers(503, ""),
                    Misbehaviour.redirectsToItself(302))) {
                assertThat(told(answer)).startsWith("WARNING router: inbound (contact): Chili Piper answers (HTTP ");
            }
        }

        @Test
        void whatever_it_does_the_doctor_goes_on() throws IOException {
            for (var behaviour : List.of(
                    Misbehaviour.hangs(),
                    Misbehaviour.dripsBody(),
                    Misbehaviour.dripsHeaders(),
                    Misbehaviour.resetsBeforeTheAnswer(),
                    Misbehaviour.resetsInTheBody(),
                    Misbehaviour.closesWithoutAnAnswer(),
                    Misbehaviour.speaksNoHttp(),
                    Misbehaviour.sends300Megabytes())) {
                assertThat(told(behaviour)).matches("(BAD|WARNING) router: inbound \\(contact\\): .*");
            }
        }

        @Test
        void one_that_what_is_submitted_names_is_not_known_here() throws IOException {
            var text = Files.readString(config(URI.create("https://api.chilipiper.invalid"), "")
                            .file())
                    .replace("router: inbound", "router: ${team}");
            var file = Files.writeString(folder.resolve("usher.yaml"), text);
            var config = Objects.requireNonNull(
                    new ConfigReader(name -> null).check(file).config());

            assertThat(lines(config, anyTrust()))
                    .contains(
                            "SKIPPED router: In contact what is submitted names the router, so it is not known here.");
        }
    }

    @Nested
    class TheOtherPlatform {
        @Test
        void is_tried_before_a_move_with_the_token() throws IOException {
            try (var api = MisbehavingServer.start(Misbehaviour.answers(403, "{}"))) {
                var text = Files.readString(config(api.url(), "").file()).replace("legacy", "demand-conversion");
                var file = Files.writeString(
                        folder.resolve("usher.yaml"), text.replace("tenant: acme", "tenant: acme\n  token: secret"));
                var config = Objects.requireNonNull(
                        new ConfigReader(name -> null).check(file).config());

                assertThat(of(lines(config, anyTrust()), "router"))
                        .isEqualTo(
                                "BAD router: inbound (contact): The token lacks the scope Concierge.route (HTTP 403). Give"
                                        + " it that scope in Chili Piper, or make one that has it.");
                assertThat(api.requests().get(0).header("authorization")).isEqualTo("Bearer secret");
            }
        }
    }

    @Test
    void a_clock_that_differs_is_told() throws IOException {
        var early = Misbehaviour.answers(
                200,
                Map.of("Date", "Mon, 4 May 2026 10:07:30 GMT"),
                "{\"active\":true}".getBytes(StandardCharsets.UTF_8));
        try (var api = MisbehavingServer.start(early)) {
            assertThat(of(lines(config(api.url(), ""), anyTrust()), "clock"))
                    .isEqualTo("WARNING clock: This machine's clock is 7 min behind the API's.");
        }
    }

    @Nested
    class TheStore {
        private List<String> told() throws IOException {
            var dir = "\nstore:\n  dir: " + folder.resolve("store");
            return lines(config(URI.create("https://api.chilipiper.invalid"), dir), anyTrust());
        }

        private Path place() {
            return folder.resolve("store").resolve("ROOT");
        }

        @Test
        void that_is_not_there_yet_will_be_made() throws IOException {
            assertThat(of(told(), "store")).startsWith("OK store: " + place() + " will be made at the first start; ");
            assertThat(of(told(), "disk")).contains(" MB free.");
            assertThat(folder.resolve("store")).doesNotExist();
        }

        @Test
        void opens_and_is_counted() throws Exception {
            open().close();

            assertThat(of(told(), "store"))
                    .isEqualTo("OK store: " + place() + " opens and holds 0 submissions. No Usher runs on it.");
        }

        @Test
        void that_somebody_holds_and_who_does_not_answer() throws Exception {
            try (var held = open()) {
                assertThat(of(told(), "store"))
                        .isEqualTo("BAD store: The store " + place() + " is in use by the application that runs.");
                assertThat(held).isNotNull();
            }
        }

        @Test
        void that_a_running_usher_holds() throws Exception {
            var timer = Executors.newSingleThreadScheduledExecutor();
            try (var held = open();
                    var server = DeskServer.start(
                            place(), new Desk(held, () -> null, InstantSource.system(), List::of), timer, "")) {
                assertThat(of(told(), "store"))
                        .isEqualTo("OK store: " + place() + " is in use by the Usher that runs, and it answers.");
                assertThat(server).isNotNull();
            } finally {
                timer.shutdownNow();
            }
        }

        private SubmissionStore open() throws IOException, StoreException {
            told();
            var config = Objects.requireNonNull(
                    new ConfigReader(name -> null).check(folder.resolve("usher.yaml")).config());
            return Stores.openNow(
                    config.store(),
                    new StoreSite("ROOT", null, folder, DoctorTest.class.getClassLoader()),
                    InstantSource.system());
        }
    }

    @Nested
    class TheSite {
        private List<String> told(Misbehaviour behaviour, String basePath) throws IOException {
            try (var site = MisbehavingServer.start(behaviour)) {
                var more = "\nsite:\n  url: " + site.url() + "/shop\n  base-path: " + basePath;
                var lines = lines(config(MisbehavingServer.nothingThere(), more), anyTrust());
                asked = site.requests().stream().map(Received::path).toList();
                return lines.stream()
                        .map(line -> line.replaceAll("localhost:\\d+", "SITE"))
                        .toList();
            }
        }

        private List<String> asked = List.of();

        @Test
        void answers_as_usher() throws IOException {
            var lines = told(Misbehaviour.answers(200, "usher"), "/usher");

            assertThat(of(lines, "hand-off address"))
                    .isEqualTo("OK hand-off address: http://SITE/shop/usher/ping answers as Usher.");
            assertThat(of(lines, "webhook address"))
                    .isEqualTo(
                            "WARNING webhook address: http://SITE/shop/usher/webhook/ID/MAC is without TLS: what Chili"
                                    + " Piper posts there can be read on the way.");
            assertThat(asked).containsExactly("/shop/usher/ping", "/shop/");
        }

        @Test
        void is_asked_by_query_behind_a_front_server_that_knows_only_an_extension() throws IOException {
            told(Misbehaviour.answers(200, "usher"), "/usher.do");

            assertThat(asked).startsWith("/shop/usher.do?ping");
        }

        @Test
        void does_not_pass_the_address_on() throws IOException {
            assertThat(of(told(Misbehaviour.answers(404, "Not found"), "/usher"), "hand-off address"))
                    .isEqualTo(
                            "BAD hand-off address: http://SITE/shop/usher/ping answers (HTTP 404), and not as Usher.");
        }

        @Test
        void wants_a_login() throws IOException {
            assertThat(of(told(Misbehaviour.answers(401, ""), "/usher"), "hand-off address"))
                    .isEqualTo("BAD hand-off address: http://SITE/shop/usher/ping asks for a login (HTTP 401).");
        }

        @Test
        void redirects() throws IOException {
            assertThat(of(told(Misbehaviour.redirectsToItself(302), "/usher"), "hand-off address"))
                    .startsWith("BAD hand-off address: http://SITE/shop/usher/ping answers with a redirect to ");
        }

        @Test
        void is_not_asked_without_its_address() throws IOException {
            var lines = lines(config(MisbehavingServer.nothingThere(), ""), anyTrust());

            assertThat(of(lines, "hand-off address")).startsWith("SKIPPED");
            assertThat(of(lines, "webhook address")).startsWith("SKIPPED");
            assertThat(of(lines, "vendor's script")).startsWith("SKIPPED");
        }

        @Test
        void loads_the_vendors_script() throws IOException {
            var page = Misbehaviour.answers(200, "<script src=\"https://js.chilipiper.com/marketing.js\"></script>");
            try (var site = MisbehavingServer.start(page)) {
                assertThat(lines(
                                config(MisbehavingServer.nothingThere(), ""),
                                anyTrust(),
                                URI.create(site.url() + "/contact.jsp")))
                        .last()
                        .asString()
                        .startsWith("BAD vendor's script: ")
                        .endsWith(
                                "/contact.jsp loads it (js.chilipiper.com/marketing.js), and each lead would be routed"
                                        + " twice.");
            }
        }
    }
}
