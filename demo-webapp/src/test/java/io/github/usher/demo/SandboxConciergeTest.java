package io.github.usher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox's Demand Conversion Platform, at both of its addresses. */
class SandboxConciergeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONCIERGE = "/sandbox/concierge-router/";
    private static final String EDGE = "/sandbox/api/fire-edge/v1/org/concierge/routers/";
    private static final String GOOD =
            "{\"form\":{\"PersonEmail\":\"ada@ae.example\",\"Colour\":\"red\"},\"options\":{\"locale\":\"en_US\"}}";

    private static DemoServer demo;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        demo.stop();
    }

    @BeforeEach
    void forget() throws Exception {
        demo.post("/sandbox/", Map.of("clear", "true", "answer", "BOOKED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CONCIERGE, EDGE})
    void gives_a_lead_a_routing_link_that_shows_a_calendar(String place) throws Exception {
        var answer = post(place + "aldgate-inbound/rest", "Bearer demo-token", GOOD);

        var reply = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(reply.path("routeId").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(reply.path("schedulingAllowed").asBoolean()).isTrue();
        assertThat(reply.path("assignment").path("type").asText()).isEqualTo("User");
        assertThat(demo.get(reply.path("routingLink").asText()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "aldgate-inbound, none,                            401",
        "aldgate-inbound, demo-token,                      401",
        "aldgate-inbound, Bearer another-token,            401",
        "aldgate-inbound, Bearer demo-token-without-scope, 403",
        "renamed-router,  Bearer demo-token,               404",
        "Aldgate-Inbound, Bearer demo-token,               404"
    })
    void edge_refuses_a_wrong_token_before_a_wrong_slug_and_says_it_as_json(String slug, String token, int status)
            throws Exception {
        var answer = post(EDGE + slug + "/rest", token, GOOD);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).fieldNames())
                .toIterable()
                .containsExactly("errorCode", "errorMessage", "arguments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "no json",
                "{}",
                "{\"form\":{}}",
                "{\"form\":{\"Email\":\"ada@ae.example\"},\"options\":{\"locale\":\"en_US\"}}"
            })
    void a_body_of_which_nothing_is_mapped_is_refused_in_plain_text(String body) throws Exception {
        var answer = post(CONCIERGE + "aldgate-inbound/rest", "none", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).startsWith("Invalid value for: body (");
    }

    @Test
    void a_lead_without_an_email_is_refused() throws Exception {
        assertThat(post(CONCIERGE + "aldgate-inbound/rest", "none", "{\"form\":{\"CompanyName\":\"AE\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_router_with_a_web_form_trigger_takes_the_names_of_its_form() throws Exception {
        assertThat(post(CONCIERGE + "aldgate-newsletter/rest", "none", "{\"form\":{\"email\":\"ada@ae.example\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(CONCIERGE + "aldgate-newsletter/rest", "none", GOOD).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"CODE_8003, 200", "CODE_8004, 422", "HTTP_500, 500", "HTTP_429, 429"})
    void what_was_picked_is_answered_in_the_platform_s_own_words(String answer, int status) throws Exception {
        demo.post("/sandbox/", Map.of("answer", answer));

        var said = post(EDGE + "aldgate-inbound/rest", "Bearer demo-token", GOOD);

        assertThat(said.statusCode()).isEqualTo(status);
        var reply = JSON.readTree(said.body());
        assertThat(reply.has("schedulingAllowed")).isEqualTo(status == 200);
        assertThat(reply.has("errorCode")).isEqualTo(status != 200);
    }

    @Test
    void the_list_of_calls_shows_that_a_token_came_and_not_which() throws Exception {
        post(EDGE + "aldgate-inbound/rest", "Bearer demo-token", GOOD);

        assertThat(demo.get("/sandbox/calls.json").body())
                .contains("/routers/aldgate-inbound/rest, with a token")
                .doesNotContain("demo-token");
    }

    @Test
    void nothing_can_be_got() throws Exception {
        assertThat(demo.get(CONCIERGE + "aldgate-inbound/rest").statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> post(String path, String authorization, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(demo.url() + path))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.equals("none")) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
