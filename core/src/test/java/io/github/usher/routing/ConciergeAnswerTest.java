package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Refused.Cause;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConciergeAnswerTest {
    private static final String PAGE = "https://acme.chilipiper.com/concierge-router/link/inbound?r=1";
    private static final String ID = "4f7c3c0e-52f2-4f1e-8d53-9a4f1a1d2b3c";
    private static final ConciergeAnswer EDGE = answers(Endpoint.EDGE);
    private static final ConciergeAnswer CONCIERGE = answers(Endpoint.CONCIERGE);

    @ParameterizedTest
    @ValueSource(strings = {"routeId", "routingId"})
    void a_routing_link_is_the_page_under_either_name_of_its_id(String name) {
        assertThat(read(EDGE, 200, """
                {"%s": "%s", "routingLink": "%s", "schedulingAllowed": true,
                 "assignment": {"userId": "u1", "type": "User"}}""".formatted(name, ID, PAGE)))
                .isEqualTo(new Routed(ID, URI.create(PAGE), null, AfterBooking.nothing()));
    }

    @Test
    void scheduling_that_is_not_allowed_disqualifies_even_beside_a_page() {
        assertThat(read(
                        EDGE,
                        200,
                        "{\"routeId\":\"" + ID + "\",\"routingLink\":\"" + PAGE + "\",\"schedulingAllowed\":false}"))
                .isInstanceOf(Disqualified.class);
    }

    @Test
    void fields_that_are_not_mapped_need_a_person_who_opens_the_trigger() {
        var outcome = read(EDGE, 400, "Invalid value for: body (ada@ae.example at 'form')");

        assertRefused(outcome, Cause.LEAD_OR_ROUTER);
        assertThat(outcome.sentence())
                .contains("trigger", "field-names: form", "data-fields")
                .doesNotContain("ada");
    }

    @Test
    void another_400_blames_the_lead_and_not_its_mapping() {
        var outcome = read(EDGE, 400, "{\"errorCode\":\"bad\",\"errorMessage\":\"ada@ae.example\",\"arguments\":[]}");

        assertRefused(outcome, Cause.LEAD_OR_ROUTER);
        assertThat(outcome.sentence()).doesNotContain("trigger").doesNotContain("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Check token",
        "403, lacks the scope Concierge.route",
        "404, has no router of that slug",
        "410, has no router of that slug"
    })
    void edge_tells_token_scope_and_slug_apart(int status, String words) {
        for (var body : List.of("", "text", "{\"errorCode\":\"x\",\"errorMessage\":\"y\",\"arguments\":[]}")) {
            assertRefused(read(EDGE, status, body), Cause.ACCESS);
            assertThat(read(EDGE, status, body).sentence()).contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, platform is legacy",
        "404, platform is legacy",
        "412, platform is legacy",
        "421, platform is legacy",
        "401, Write token"
    })
    void the_public_address_says_what_may_be_wrong_where_the_vendors_own_client_goes_on_to_legacy(
            int status, String words) {
        assertRefused(read(CONCIERGE, status, ""), Cause.ACCESS);
        assertThat(read(CONCIERGE, status, "").sentence()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 422, 405})
    void edge_blames_the_lead_for_any_other_4xx(int status) {
        assertRefused(read(EDGE, status, "{}"), Cause.LEAD_OR_ROUTER);
    }

    @Test
    void an_outage_is_no_fault_of_the_config() {
        assertThat(EDGE.read(503, "30", new byte[0]))
                .isEqualTo(new Unavailable(
                        "Chili Piper answered with nothing (HTTP 503).", Duration.ofSeconds(30), false));
        assertThat(read(EDGE, 429, "{}")).isInstanceOf(Unavailable.class);
        assertThat(read(EDGE, 500, "Internal")).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "<html>",
                "{\"routeId\":\"1\"}",
                "{\"routingLink\":5}",
                "{\"routingLink\":\"\"}",
                "{\"url\":\"" + PAGE + "\"}"
            })
    void an_answer_without_a_page_is_tried_again(String body) {
        assertThat(read(CONCIERGE, 200, body)).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_page_on_another_host_is_refused_with_the_hosts_name_alone() {
        var outcome = read(EDGE, 200, "{\"routingLink\":\"https://evil.example/x?email=ada@ae.example\"}");

        assertThat(outcome).isInstanceOf(Unavailable.class);
        assertThat(outcome.sentence()).contains("evil.example").doesNotContain("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Refuses",
        "403, Refuses",
        "404, Refuses",
        "400, Answers",
        "422, Answers",
        "500, Unclear",
        "200, Unclear"
    })
    void a_rehearsal_says_what_the_answer_to_no_lead_can_say(int status, String kind) {
        assertThat(EDGE.rehearsal(status, new byte[0]).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"CONCIERGE", "EDGE"})
    void an_unreadable_body_counts_by_its_status(Endpoint endpoint) {
        assertThat(answers(endpoint).unreadable(200, null, "with more than 64 KiB"))
                .isInstanceOf(Unavailable.class);
        assertRefused(answers(endpoint).unreadable(404, null, "with more than 64 KiB"), Cause.ACCESS);
    }

    @Property(tries = 1000)
    void no_bytes_make_it_throw(@ForAll byte[] body, @ForAll @IntRange(min = 100, max = 999) int status) {
        assertThatCode(() -> EDGE.read(status, null, body)).doesNotThrowAnyException();
        assertThatCode(() -> CONCIERGE.rehearsal(status, body)).doesNotThrowAnyException();
    }

    private static void assertRefused(RoutingOutcome outcome, Cause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.cause()).isEqualTo(cause));
    }

    private static RoutingOutcome read(ConciergeAnswer answers, int status, String body) {
        return answers.read(status, null, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ConciergeAnswer answers(Endpoint endpoint) {
        return new ConciergeAnswer(
                endpoint,
                new BookingHosts(List.of(), URI.create("https://acme.chilipiper.com")),
                InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
    }
}
