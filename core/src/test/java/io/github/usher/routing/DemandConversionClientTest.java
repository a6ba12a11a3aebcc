package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DemandConversionClientTest {
    private static final String ROUTED =
            "{\"routeId\":\"4f7c3c0e-52f2-4f1e-8d53-9a4f1a1d2b3c\",\"routingLink\":\"https://acme.chilipiper.com/r/1\","
                    + "\"schedulingAllowed\":true}";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (var one : opened) {
            one.close();
        }
    }

    @Nested
    class ThePublicAddress {
        @Test
        void gets_the_documented_json_at_the_routers_slug_with_the_page_and_without_a_token() {
            var server = server(Misbehaviour.answers(200, ROUTED));
            var request = request(
                    Destination.concierge().from("https://www.example.com/contact.jsp?utm_source=news"),
                    "inbound-router");

            assertThat(route(client(Endpoint.CONCIERGE, server), request)).isInstanceOf(Routed.class);

            assertThat(server.requests()).singleElement().satisfies(sent -> {
                assertThat(sent.method()).isEqualTo("POST");
                assertThat(sent.path())
                        .isEqualTo("/concierge-router/inbound-router/rest?sourceUrl="
                                + "https%3A%2F%2Fwww.example.com%2Fcontact.jsp%3Futm_source%3Dnews");
                assertThat(sent.body())
                        .isEqualTo(
                                "{\"form\":{\"PersonEmail\":\"ada@ae.example\"},\"options\":{\"locale\":\"en_US\"}}");
                assertThat(sent.header("Authorization")).isNull();
                assertThat(sent.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
            });
        }

        @Test
        void is_asked_without_a_page_where_none_is_known() {
            var server = server(Misbehaviour.answers(200, ROUTED));

            route(client(Endpoint.CONCIERGE, server), request(Destination.concierge(), "inbound"));

            assertThat(server.requests()).extracting("path").containsExactly("/concierge-router/inbound/rest");
        }
    }

    @Nested
    class Edge {
        @Test
        void gets_the_token_of_the_form_or_the_general_one_in_the_header_alone() {
            var server = server(Misbehaviour.answers(200, ROUTED));
            var client = client(Endpoint.EDGE, server);

            route(client, request(Destination.edge("contact"), "inbound"));
            route(client, request(Destination.edge(null), "inbound"));

            assertThat(server.requests())
                    .extracting(sent -> sent.header("Authorization"))
                    .containsExactly("Bearer token-of-contact", "Bearer general-token");
            assertThat(server.requests())
                    .extracting("path")
                    .containsOnly("/api/fire-edge/v1/org/concierge/routers/inbound/rest");
            assertThat(server.requests())
                    .allSatisfy(sent -> assertThat(sent.body()).doesNotContain("token"));
        }

        @Test
        void is_not_asked_without_a_token() {
            var server = server(Misbehaviour.answers(200, ROUTED));

            var outcome = route(client(Endpoint.EDGE, server), request(Destination.edge("forgotten"), "inbound"));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Refused.Cause.ACCESS));
            assertThat(server.requests()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403, 404, 500})
        void never_names_the_token_in_what_it_says(int status) {
            var server = server(Misbehaviour.answers(status, "Bearer general-token is wrong for ada@ae.example"));

            var outcome = route(client(Endpoint.EDGE, server), request(Destination.edge(null), "inbound"));

            assertThat(outcome.toString()).doesNotContain("general-token").doesNotContain("ada");
        }

        @Test
        void a_token_that_no_header_can_hold_is_named_nowhere() {
            var settings = settings(URI.create("http://localhost:1"), form -> "general\ntoken");
            var client = opened(new HttpRoutingClient(Endpoint.EDGE, settings));

            assertThat(route(client, request(Destination.edge(null), "inbound")).toString())
                    .doesNotContain("general");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"CONCIERGE", "EDGE"})
    void a_slug_that_is_none_needs_a_person_and_is_never_asked_for(Endpoint endpoint) {
        var server = server(Misbehaviour.answers(200, ROUTED));
        var client = client(endpoint, server);

        for (var slug : List.of("", "Inbound", "a b", "a/../b", "a?b", "ä", "a.b")) {
            assertThat(route(client, request(new Destination(endpoint, null, null), slug)))
                    .as(slug)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Refused.Cause.LEAD_OR_ROUTER));
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_hanging_answer_ends_with_the_call_timeout() {
        var outcome =
                route(client(Endpoint.EDGE, server(Misbehaviour.hangs())), request(Destination.edge(null), "inbound"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.ambiguous()).isTrue());
    }

    @Nested
    class ARehearsal {
        @Test
        void posts_what_can_be_no_lead_and_takes_its_refusal_for_a_good_sign() {
            var server = server(Misbehaviour.answers(400, "Invalid value for: body ([])"));

            assertThat(rehearse(client(Endpoint.EDGE, server), Destination.edge("contact")))
                    .isInstanceOf(Rehearsal.Answers.class);

            assertThat(server.requests()).singleElement().satisfies(sent -> {
                assertThat(sent.body()).isEqualTo("[]");
                assertThat(sent.header("Authorization")).isEqualTo("Bearer token-of-contact");
            });
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 403, 404})
        void says_what_is_wrong_with_token_scope_and_slug(int status) {
            var client = client(Endpoint.EDGE, server(Misbehaviour.answers(status, "{\"errorMessage\":\"no\"}")));

            assertThat(rehearse(client, Destination.edge(null)))
                    .isInstanceOf(Rehearsal.Refuses.class)
                    .extracting(Rehearsal::sentence)
                    .asString()
                    .contains("HTTP " + status);
        }

        @Test
        void of_the_legacy_api_asks_whether_the_router_is_active() {
            var server = server(Misbehaviour.answers(200, "{\"active\":false}"));

            assertThat(rehearse(client(Endpoint.LEGACY, server), Destination.legacy()))
                    .isInstanceOf(Rehearsal.Refuses.class);
            assertThat(server.requests())
                    .extracting("method", "path")
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "GET", "/marketing/inbound-router/enabled/acme/inbound"));
        }

        @Test
        void of_an_api_that_is_away_says_so() {
            var client = opened(
                    new HttpRoutingClient(Endpoint.EDGE, settings(MisbehavingServer.nothingThere(), form -> "t")));

            assertThat(rehearse(client, Destination.edge(null)))
                    .isInstanceOf(Rehearsal.Away.class)
                    .extracting(Rehearsal::sentence)
                    .asString()
                    .startsWith("No connection to 127.0.0.1");
        }
    }

    @Test
    void a_probe_makes_nothing() {
        var server = server(Misbehaviour.answers(405, ""));

        assertThat(client(Endpoint.EDGE, server)
                        .probe(request(Destination.edge(null), "inbound"))
                        .join())
                .isTrue();
        assertThat(server.requests()).extracting("method").containsExactly("GET");
    }

    private static RoutingRequest request(Destination to, String router) {
        return new RoutingRequest(
                to,
                router,
                Map.of("PersonEmail", "ada@ae.example"),
                Map.of("locale", "en_US"),
                Map.of("source", "left out"),
                Map.of("Subject", "left out"),
                "left out");
    }

    private static RoutingOutcome route(RoutingClient client, RoutingRequest request) {
        return client.route(request).orTimeout(40, TimeUnit.SECONDS).join();
    }

    private static Rehearsal rehearse(RoutingClient client, Destination to) {
        return client.rehearse(to, "inbound").orTimeout(40, TimeUnit.SECONDS).join();
    }

    private MisbehavingServer server(Misbehaviour always) {
        return opened(MisbehavingServer.start(always));
    }

    private HttpRoutingClient client(Endpoint endpoint, MisbehavingServer server) {
        return opened(new HttpRoutingClient(endpoint, settings(server.url(), DemandConversionClientTest::token)));
    }

    private static @Nullable String token(@Nullable String form) {
        if (form == null) {
            return "general-token";
        }
        return form.equals("contact") ? "token-of-contact" : null;
    }

    private static ClientSettings settings(URI baseUrl, Tokens tokens) {
        return new ClientSettings(
                baseUrl,
                "acme",
                Duration.ofSeconds(2),
                64,
                null,
                new BookingHosts(List.of(), URI.create("https://acme.chilipiper.com")),
                tokens);
    }

    private <T extends AutoCloseable> T opened(T one) {
        opened.add(0, one);
        return one;
    }
}
