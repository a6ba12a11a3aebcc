package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.booking.ConciergeSignature;
import io.github.usher.booking.SiteSecrets;
import io.github.usher.container.App;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Chili Piper and the visitor's browser say of bookings, and what the site's own code hears of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebhooksIT {
    private static final String SECRET = "the tenant's own secret";
    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final ContainerKind kind;
    private FakeChiliPiper api;
    private Container container;

    WebhooksIT(ContainerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
        container = Container.of(kind)
                .with(site("/shop", "site:\n  url: https://www.example.com/shop\n", "show: frame"))
                .with(site("/extension", """
                        site:
                          url: https://www.example.com/extension
                          base-path: /usher.do
                          secret: a-secret-of-the-site
                        webhooks:
                          concierge-secret: the tenant's own secret
                        """, "show: redirect"))
                .start();
    }

    private App site(String contextPath, String more, String show) {
        return App.at(contextPath)
                .file("thanks.jsp", "<%@ page session=\"false\" %>Thanks")
                .file(
                        "heard.jsp",
                        "<%@ page session=\"false\" %>${applicationScope.heard}<%= System.getProperty(\"heard\") %>")
                .file("submit.jsp", "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
                .file("WEB-INF/classes/META-INF/services/io.github.usher.SubmissionListener", "site.Heard\n")
                .source("site.Heard", """
                        package site;
                        import io.github.usher.*;
                        public class Heard implements SubmissionListener {
                            public void on(SubmissionEvent event) {
                                synchronized (System.getProperties()) {
                                    System.setProperty("heard", System.getProperty("heard", "") + " " + event.kind()
                                            + ":" + event.submission() + ":" + (event.booking() == null ? null
                                                    : event.booking().cancel()));
                                }
                                if (event.kind() == SubmissionEvent.Kind.ROUTED) {
                                    throw new IllegalStateException("the site's own");
                                }
                            }
                        }
                        """)
                .config("""
                        mode: send
                        %schilipiper:
                          platform: legacy
                          tenant: acme
                          base-url: %s
                        forms:
                          contact:
                            path: /submit.jsp
                            accepted-when:
                              redirect: /thanks.jsp
                            router: inbound
                            %s
                            lead:
                              LastName: ${last_name}
                              Email: ${email}
                        """.formatted(more, api.baseUrl(), show));
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.close();
        }
        if (api != null) {
            api.close();
        }
    }

    @BeforeEach
    void forget() {
        api.reset();
    }

    /** A submission that was routed: its visitor, hand-off page, id, e-mail address and webhook address. */
    private record Routed(Visitor visitor, String page, String id, String email, String webhook) {}

    private Routed routed(String contextPath) throws InterruptedException {
        api.reset();
        var visitor = container.visitor(contextPath);
        var email = "ada" + VISITORS.incrementAndGet() + "@ae.example";
        var reply = visitor.post("/submit.jsp", "last_name", "Ada", "email", email);
        var body = api.awaitCalls(1).get(0).body();
        var page = reply.location().toString();
        visitor.get(page);
        var address = body.replaceAll("(?s).*\"webHook\" ?: ?\"([^\"]+)\".*", "$1");
        assertThat(address).startsWith("https://www.example.com" + contextPath + "/usher");
        var path = address.substring(("https://www.example.com" + contextPath).length());
        return new Routed(
                visitor, page, path.replaceAll(".*(?:webhook/|webhook=)([0-9A-Z]{12})[/.].*", "$1"), email, path);
    }

    private static Reply post(Visitor visitor, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(visitor.request(path).build().uri())
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofByteArray(body));
        return visitor.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static Reply post(Visitor visitor, String path, String body) {
        return post(visitor, path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private static String event(String actionType) {
        return """
                {"routeId": "508b2f5f4a37500001ba7ffb", "eventId": "608b31626000850001c9a036", "actionType": "%s",
                 "assigneeId": "0050W0000076H5jQAE", "slot": {"start": 1619789400000, "end": 1619791200000}}
                """.formatted(actionType);
    }

    private void awaitState(Routed routed, String state) {
        container.awaitLog("submission " + routed.id() + ": " + state);
    }

    private boolean isBookedOnItsPage(Routed routed) {
        var reply = routed.visitor().get(routed.page());
        return reply.status() == 303 && reply.location().getPath().endsWith("/thanks.jsp");
    }

    @Test
    void a_webhook_at_the_address_that_was_sent_makes_it_booked_and_the_site_s_own_code_hears_of_it() throws Exception {
        var routed = routed("/shop");
        assertThat(isBookedOnItsPage(routed)).isFalse();

        var reply = post(routed.visitor(), routed.webhook(), event("create"));

        assertThat(reply.status()).isEqualTo(200);
        awaitState(routed, "booked. It is booked.");
        assertThat(isBookedOnItsPage(routed)).isTrue();
        post(routed.visitor(), routed.webhook(), event("prospect_cancel"));
        awaitState(routed, "cancelled by the prospect. It is cancelled.");
        Eventually.holds("what the listener heard", Duration.ofSeconds(20), () -> {
            var heard = routed.visitor().get("/heard.jsp").text();
            return heard.contains("ACCEPTED:" + routed.id())
                    && heard.contains("ROUTED:" + routed.id())
                    && heard.contains(
                            "BOOKED:" + routed.id() + ":" + api.baseUrl() + "/book/cancel/608b31626000850001c9a036")
                    && heard.contains("CANCELLED:" + routed.id());
        });
    }

    @Test
    void behind_a_front_server_that_forwards_only_an_extension_the_address_has_it() throws Exception {
        var routed = routed("/extension");
        assertThat(routed.webhook()).startsWith("/usher.do?webhook=" + routed.id() + ".");

        assertThat(post(routed.visitor(), routed.webhook(), event("create")).status())
                .isEqualTo(200);

        awaitState(routed, "booked. It is booked.");
    }

    @Test
    void a_link_to_resume_opens_the_calendar_until_it_is_booked_or_the_link_is_old() throws Exception {
        var routed = routed("/extension");
        var secrets = new SiteSecrets(List.of("a-secret-of-the-site"));
        var link = "/usher.do?booking="
                + secrets.resumeToken(routed.id(), Instant.now().plus(Duration.ofDays(1)));
        var other = container.visitor("/extension");

        assertThat(routed.webhook()).endsWith("." + secrets.webhookMac(routed.id()));
        assertThat(other.get(link).text())
                .contains("content=\"0;url=" + api.calendarUrl().replace("&", "&amp;"));
        assertThat(other.get(link + "x").status()).isEqualTo(404);
        assertThat(other.get("/usher.do?booking="
                                + secrets.resumeToken(routed.id(), Instant.now().minusSeconds(1)))
                        .status())
                .isEqualTo(404);
        post(other, routed.webhook(), event("create"));

        assertThat(other.get(link).status()).isEqualTo(303);
    }

    @Test
    void every_wrong_signature_gets_one_answer_and_stores_nothing() throws Exception {
        var routed = routed("/shop");
        var other = routed("/shop");
        var mac = routed.webhook().substring(routed.webhook().lastIndexOf('/') + 1);
        var before = "/usher/webhook/" + routed.id() + "/";
        char flipped = mac.charAt(0) == 'A' ? 'B' : 'A';

        var answers = IntStream.range(0, 1)
                .boxed()
                .flatMap(any -> java.util.stream.Stream.of(
                                before,
                                before + "x",
                                before + mac.substring(1),
                                before + mac + "A",
                                before + mac + "%3D",
                                before + flipped + mac.substring(1),
                                before + mac.toLowerCase(Locale.ROOT),
                                "/usher/webhook/" + routed.id(),
                                "/usher/webhook/",
                                "/usher/webhook/0000000000/" + mac,
                                other.webhook().replace(other.id(), routed.id()))
                        .map(path -> post(routed.visitor(), path, event("create"))))
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).isEqualTo("not signed by whom it should be");
        });
        assertThat(isBookedOnItsPage(routed)).isFalse();
        assertThat(isBookedOnItsPage(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void only_post_is_a_webhook(String method) throws Exception {
        var routed = routed("/shop");

        var reply = routed.visitor()
                .send(routed.visitor()
                        .request(routed.webhook())
                        .method(method, BodyPublishers.ofString(event("create"))));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("POST");
        assertThat(isBookedOnItsPage(routed)).isFalse();
    }

    @Test
    void what_is_no_strict_json_object_is_refused_without_a_word_of_why_inside() throws Exception {
        var routed = routed("/shop");
        var bad = List.of(
                "",
                "actionType=create",
                "{\"actionType\":\"create\",\"actionType\":\"create\"}",
                "{\"slot\":{\"start\":NaN}}",
                "{\"slot\":{\"start\":1e400}}",
                "{\"slot\":{\"start\":9223372036854775807}}",
                "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
                "\ufeff{\"actionType\":\"create\"}");

        assertThat(bad.stream().map(body -> post(routed.visitor(), routed.webhook(), body)))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.text()).isEqualTo("not a JSON object that can be read");
                });
        assertThat(post(routed.visitor(), routed.webhook(), new byte[] {'{', (byte) 0xC0, (byte) 0xAF, '}'})
                        .status())
                .isEqualTo(400);
        assertThat(post(routed.visitor(), routed.webhook(), "{\"a\":\"" + "x".repeat(17 * 1024) + "\"}")
                        .status())
                .isEqualTo(413);
        var chunked = HttpRequest.newBuilder(
                        routed.visitor().request(routed.webhook()).build().uri())
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                        ("{\"a\":\"" + "x".repeat(40 * 1024)).getBytes(StandardCharsets.UTF_8))));
        assertThat(routed.visitor().send(chunked).status()).isEqualTo(413);
        assertThat(isBookedOnItsPage(routed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "nonsense",
                "text/xml; charset=UTF-16"
            })
    void any_content_type_will_do_where_the_body_is_json(String type) throws Exception {
        var routed = routed("/shop");
        var body = event("create").getBytes(StandardCharsets.UTF_8);

        var reply = type.equals("none")
                ? post(routed.visitor(), routed.webhook(), body)
                : post(routed.visitor(), routed.webhook(), body, "Content-Type", type);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(isBookedOnItsPage(routed)).isTrue();
    }

    @Test
    void an_unknown_action_is_taken_and_changes_nothing() throws Exception {
        var routed = routed("/shop");

        assertThat(post(routed.visitor(), routed.webhook(), event("no_show")).status())
                .isEqualTo(200);

        awaitState(routed, "something else. It is routed.");
        assertThat(isBookedOnItsPage(routed)).isFalse();
    }

    @Test
    void the_new_platform_is_believed_only_where_it_signs_as_it_should() throws Exception {
        var routed = routed("/extension");
        var body = """
                {"meetingIdChili": "m-1", "meetingStartTime": "2026-12-01T10:00:00Z", "primaryGuestEmail": "%s",
                 "productFeatureType": "ConciergeRouter", "type": "Created"}
                """.formatted(routed.email()).getBytes(StandardCharsets.UTF_8);
        var time = Long.toString(Instant.now().getEpochSecond());
        var old = Long.toString(Instant.now().minus(Duration.ofDays(1)).getEpochSecond());
        var path = "/usher.do?webhook=concierge";

        assertThat(post(routed.visitor(), path, body).status()).isEqualTo(403);
        assertThat(signed(routed, path, body, old, ConciergeSignature.of(SECRET, old, body))
                        .status())
                .isEqualTo(403);
        assertThat(signed(routed, path, body, time, ConciergeSignature.of("another", time, body))
                        .status())
                .isEqualTo(403);
        assertThat(isBookedOnItsPage(routed)).isFalse();
        assertThat(signed(routed, path, body, time, ConciergeSignature.of(SECRET, time, body))
                        .status())
                .isEqualTo(200);

        awaitState(routed, "booked. It is booked.");
        assertThat(isBookedOnItsPage(routed)).isTrue();
    }

    private static Reply signed(Routed routed, String path, byte[] body, String time, String signature) {
        return post(routed.visitor(), path, body, "X-Chili-Timestamp", time, "X-Chili-Signature", signature);
    }

    @Test
    void an_unsigned_webhook_of_the_new_platform_is_taken_where_there_is_no_secret_and_nobody_learns_whose_it_was()
            throws Exception {
        var routed = routed("/shop");
        var body = "{\"primaryGuestEmail\":\"%s\",\"type\":\"Created\",\"meetingIdChili\":\"m\"}";

        var his = post(routed.visitor(), "/usher/webhook/concierge", body.formatted(routed.email()));
        var nobodys = post(routed.visitor(), "/usher/webhook/concierge", body.formatted("nobody@else.example"));

        assertThat(his.status()).isEqualTo(200);
        assertThat(nobodys.status()).isEqualTo(200);
        assertThat(nobodys.text()).isEqualTo(his.text());
        assertThat(nobodys.headers().map().keySet())
                .isEqualTo(his.headers().map().keySet());
        awaitState(routed, "booked. It is booked.");
    }

    @Test
    void a_booking_that_the_page_reports_is_kept_as_reported_and_leads_on_to_the_site_s_own_page() throws Exception {
        var routed = routed("/shop");
        var page = routed.visitor().get(routed.page()).text();
        assertThat(page)
                .contains(
                        "data-report=\"/shop/usher/booking/",
                        "data-booked=\"/shop/thanks.jsp\"",
                        "data-submission=\"" + routed.id() + "\"");

        var foreign = post(
                routed.visitor(),
                routed.page(),
                event("create").getBytes(StandardCharsets.UTF_8),
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(post(routed.visitor(), routed.page() + "x", event("create")).status())
                .isEqualTo(404);
        assertThat(isBookedOnItsPage(routed)).isFalse();

        assertThat(post(routed.visitor(), routed.page(), event("create")).status())
                .isEqualTo(200);

        awaitState(routed, "booked. It is routed.");
        assertThat(isBookedOnItsPage(routed)).isTrue();
    }

    @Test
    void a_thousand_wrong_ones_are_a_few_lines_in_the_log_and_leave_the_site_as_it_was() throws Exception {
        var routed = routed("/shop");
        var path = "/usher/webhook/" + routed.id() + "/" + "A".repeat(43);

        for (int i = 0; i < 1_000; i++) {
            assertThat(post(routed.visitor(), path, event("create")).status()).isEqualTo(403);
        }

        assertThat(container.log().stream().filter(line -> line.contains("did not give out")))
                .hasSizeLessThan(10);
        assertThat(container.log()).noneMatch(line -> line.contains(routed.email()));
        assertThat(isBookedOnItsPage(routed)).isFalse();
    }

    @Test
    void no_address_of_it_is_anything_for_the_site() throws Exception {
        var routed = routed("/shop");

        assertThat(routed.visitor().get("/usher/webhook/concierge").status()).isEqualTo(405);
        assertThat(URI.create("https://www.example.com" + routed.webhook()).getQuery())
                .isNull();
    }
}
