package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Refused.Cause;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String PAGE = "https://acme.chilipiper.com/book/q?id=1";
    private static final RoutingAnswer ANSWERS = new RoutingAnswer(
            new BookingHosts(List.of(), URI.create("https://api.chilipiper.com")), InstantSource.fixed(NOW));

    @Nested
    class TheVendorsExamples {
        @Test
        void the_first_response_of_the_article_is_a_calendar() {
            assertThat(read(200, """
                    {
                    "routeId": "508b2f5f4a37500001ba7ffb",
                    "url": "https://yourdomain.chilipiper.com/book/queuename/?id=0030W00003ufJY1QAM&routeId=508b2f5f4a37500001ba7ffb&marketing=true&locale=en_US",
                    "redirect": {
                    "enabled": false,
                    "closeStrategy": "Landing",
                    "timeout": 5,
                    "phoneCallRedirectEnabled": false,
                    "redirectCallTimeoutStrategy": "AfterCallEnds",
                    "redirectCallTimeout": 5
                    }
                    }"""))
                    .isEqualTo(new Routed(
                            "508b2f5f4a37500001ba7ffb",
                            URI.create(
                                    "https://yourdomain.chilipiper.com/book/queuename/?id=0030W00003ufJY1QAM&routeId=508b2f5f4a37500001ba7ffb&marketing=true&locale=en_US"),
                            null,
                            new AfterBooking(false, null, 5, "Landing", null, null, false, "AfterCallEnds", 5)));
        }

        @Test
        void the_second_response_of_the_article_has_a_live_call_too() {
            var outcome = (Routed) read(200, """
                    {
                    "routeId": "508b2f5f4a37500001ba7ffb",
                    "url": "https://yourdomain.chilipiper.com/book/queuename/?id=0030W00003ufJY1QAM&routeId=508b2f5f4a37500001ba7ffb&marketing=true&locale=en_US",
                    "realtimeUrl": "https://yourdomain.chilipiper.com/book/kickoff-backup/?id=0036T000047DtQCQA0&routeId=6230c82ce4846956fa75244a&marketing=true&withPhone=true",
                    "redirect": {
                    "enabled": false,
                    "closeStrategy": "Landing",
                    "timeout": 5,
                    "phoneCallRedirectEnabled": false,
                    "redirectCallTimeoutStrategy": "AfterCallEnds",
                    "redirectCallTimeout": 5
                    }
                    }""");

            assertThat(outcome.realtimeUrl())
                    .isEqualTo(
                            URI.create(
                                    "https://yourdomain.chilipiper.com/book/kickoff-backup/?id=0036T000047DtQCQA0&routeId=6230c82ce4846956fa75244a&marketing=true&withPhone=true"));
            assertThat(outcome.redirect().timeout()).isEqualTo(5);
        }

        @ParameterizedTest
        @CsvSource({
            "8001, Can't find Default Booker for Inbound Router",
            "8002, Salesforce API Error. Can't save prospect",
            "8003, no rules match",
            "8004, no queue uri could be found",
            "8005, no owner link build",
            "8007, disqualified"
        })
        void each_code_counts_wherever_it_stands_and_whatever_the_status(int code, String message) {
            var expected = ErrorCode.outcome(code, null);
            for (var status : List.of(200, 400, 404, 422, 500)) {
                for (var json : List.of(
                        "{\"code\":%d,\"message\":\"%s\"}",
                        "{\"code\":\"%d\",\"message\":\"%s\"}",
                        "{\"errorCode\":%d,\"errorMessage\":\"%s\",\"arguments\":[]}",
                        "{\"error\":{\"code\":%d,\"message\":\"%s\"}}",
                        "{\"error\":{\"code\":\"%d\",\"message\":\"%s\"}}",
                        "{\"error\":%d,\"message\":\"%s\"}",
                        "{\"error\":\" %d \",\"message\":\"%s\"}",
                        "{\"code\":%d.0,\"message\":\"%s\"}",
                        "{\"message\":\"Error %d: %s\"}",
                        "{\"code\":" + status + ",\"message\":\"%d %s\"}")) {
                    assertThat(read(status, json.formatted(code, message)))
                            .as(json)
                            .isEqualTo(expected);
                }
            }
        }

        @Test
        void the_codes_mean_what_the_table_of_outcomes_says() {
            assertThat(read(200, "{\"code\":8001}"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Cause.LEAD_OR_ROUTER));
            assertThat(read(200, "{\"code\":8002}"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Cause.SALESFORCE));
            assertThat(read(200, "{\"code\":8004}"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Cause.LEAD_OR_ROUTER));
            assertThat(read(200, "{\"code\":8005}"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Cause.LEAD_OR_ROUTER));
            assertThat(read(200, "{\"code\":8003}")).isInstanceOf(Disqualified.class);
            assertThat(read(200, "{\"code\":8007}")).isInstanceOf(Disqualified.class);
        }
    }

    @Nested
    class Disqualification {
        @Test
        void the_link_for_disqualified_prospects_comes_along_as_it_is() {
            assertThat(
                            read(
                                    200,
                                    "{\"code\":8003,\"message\":\"no rules match\",\"redirect\":{\"disqualifiedLink\":\"acme.example/sorry\"}}"))
                    .isEqualTo(new Disqualified(
                            "No rule of the router matches this prospect (8003).", "acme.example/sorry"));
        }

        @Test
        void scheduling_that_is_not_allowed_is_one_even_beside_a_page() {
            assertThat(read(200, "{\"schedulingAllowed\":false,\"url\":\"" + PAGE + "\"}"))
                    .isInstanceOf(Disqualified.class);
            assertThat(read(200, "{\"schedulingAllowed\":true,\"url\":\"" + PAGE + "\"}"))
                    .isInstanceOf(Routed.class);
        }
    }

    @Nested
    class Pages {
        @Test
        void an_error_code_beside_a_page_means_that_there_is_no_booking() {
            assertThat(read(200, "{\"code\":8004,\"url\":\"" + PAGE + "\"}")).isInstanceOf(Refused.class);
        }

        @Test
        void a_number_in_the_message_beside_a_page_means_nothing() {
            assertThat(read(200, "{\"message\":\"8001 leads so far\",\"url\":\"" + PAGE + "\"}"))
                    .isInstanceOf(Routed.class);
        }

        @Test
        void a_page_on_another_host_is_refused_with_the_hosts_name_alone() {
            var outcome = read(200, "{\"url\":\"https://evil.example/book?email=ada@ae.example\"}");

            assertThat(outcome.sentence())
                    .contains("evil.example")
                    .doesNotContain("ada")
                    .doesNotContain("book?");
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.ambiguous()).isTrue());
        }

        @Test
        void a_live_call_on_another_host_is_left_out() {
            assertThat(read(200, "{\"url\":\"" + PAGE + "\",\"realtimeUrl\":\"https://evil.example/\"}"))
                    .isEqualTo(new Routed(null, URI.create(PAGE), null, AfterBooking.nothing()));
        }

        @Test
        void a_page_with_a_failing_status_is_no_booking() {
            assertThat(read(500, "{\"url\":\"" + PAGE + "\"}")).isInstanceOf(Unavailable.class);
            assertThat(read(404, "{\"url\":\"" + PAGE + "\"}")).isInstanceOf(Refused.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"a b\"", "\"<script>\"", "\"a\\r\\nb\"", "\"\"", "{}", "true", "null", "[1]", "1"})
        void a_route_id_of_another_kind_is_dropped(String routeId) {
            assertThat(read(200, "{\"routeId\":" + routeId + ",\"url\":\"" + PAGE + "\"}"))
                    .isEqualTo(new Routed(null, URI.create(PAGE), null, AfterBooking.nothing()));
        }

        @Test
        void an_endless_route_id_is_dropped() {
            assertThat(read(200, "{\"routeId\":\"" + "a".repeat(101) + "\",\"url\":\"" + PAGE + "\"}"))
                    .extracting(outcome -> ((Routed) outcome).routeId())
                    .isNull();
        }

        @Test
        void what_follows_a_booking_is_read_whole_and_wrong_types_are_left_out() {
            var good = (Routed) read(
                    200,
                    "{\"url\":\"" + PAGE + "\",\"redirect\":{\"enabled\":true,\"link\":\"https://a\","
                            + "\"timeout\":\"7\",\"closeStrategy\":\"Uri\",\"closeLink\":\"https://b\",\"disqualifiedLink\":\"c\","
                            + "\"phoneCallRedirectEnabled\":\"true\",\"redirectCallTimeoutStrategy\":\"Now\","
                            + "\"redirectCallTimeout\":9}}");
            var bad = (Routed) read(
                    200,
                    "{\"url\":\"" + PAGE + "\",\"redirect\":{\"enabled\":1,\"link\":{},"
                            + "\"timeout\":-1,\"closeStrategy\":5,\"closeLink\":[],\"disqualifiedLink\":null,"
                            + "\"redirectCallTimeout\":1e400}}");

            assertThat(good.redirect())
                    .isEqualTo(new AfterBooking(true, "https://a", 7, "Uri", "https://b", "c", true, "Now", 9));
            assertThat(bad.redirect()).isEqualTo(AfterBooking.nothing());
            assertThat(read(200, "{\"url\":\"" + PAGE + "\",\"redirect\":\"no\"}"))
                    .isInstanceOf(Routed.class);
        }

        @Test
        void a_byte_order_mark_before_the_answer_does_no_harm() {
            assertThat(read(200, "\uFEFF{\"url\":\"" + PAGE + "\"}")).isInstanceOf(Routed.class);
        }
    }

    @Nested
    class Garbage {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "[]",
                    "42",
                    "\"text\"",
                    "{",
                    "{}",
                    "{]",
                    "{\"url\":",
                    "{\"url\":5}",
                    "{\"url\":null}",
                    "{\"url\":\"\"}",
                    "{\"url\":[\"" + PAGE + "\"]}",
                    "{\"url\":{\"a\":1}}",
                    "{\"URL\":\"" + PAGE + "\"}",
                    "{\"url\":\"" + PAGE + "\"} and more",
                    "{\"url\":\"" + PAGE + "\",\"url\":\"" + PAGE + "\"}",
                    "{\"url\":\"javascript:alert(1)\"}",
                    "<html><body>" + PAGE + "</body></html>",
                    "{\"code\":8006}",
                    "{\"code\":9999}",
                    "{\"code\":\"E1\"}",
                    "{\"code\":-8003}",
                    "{\"code\":80031}",
                    "{\"message\":\"call 180035\"}"
                })
        void what_is_no_answer_is_tried_again(String body) {
            assertThat(read(200, body)).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                assertThat(unavailable.ambiguous()).isTrue();
                assertThat(unavailable.attempted()).isTrue();
                assertThat(unavailable.sentence()).isNotBlank().doesNotContain("acme");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
        void another_encoding_than_utf_8_is_no_answer(String charset) {
            var body = ("{\"url\":\"" + PAGE + "\"}").getBytes(Charset.forName(charset));

            assertThat(ANSWERS.read(200, null, body)).isInstanceOf(Unavailable.class);
        }

        @Test
        void nesting_of_a_hundred_thousand_is_no_answer_and_no_stack_overflow() {
            assertThat(read(200, "{\"a\":" + "[".repeat(100_000))).isInstanceOf(Unavailable.class);
            assertThat(read(200, "{\"a\":" + "{\"a\":".repeat(100_000))).isInstanceOf(Unavailable.class);
        }

        @Test
        void a_number_of_fifty_thousand_digits_is_no_answer() {
            assertThat(read(200, "{\"code\":" + "9".repeat(50_000) + "}")).isInstanceOf(Unavailable.class);
        }

        @Test
        void an_unknown_code_is_named() {
            assertThat(read(200, "{\"code\":8006}").sentence()).contains("8006");
            assertThat(read(400, "{\"code\":8006}")).isInstanceOf(Unavailable.class);
            assertThat(read(400, "{\"code\":17}")).isInstanceOf(Refused.class);
            assertThat(read(404, "{\"code\":8006}")).isInstanceOf(Refused.class);
        }
    }

    @Nested
    class Statuses {
        @ParameterizedTest
        @ValueSource(ints = {401, 403, 404, 410})
        void the_address_or_the_permission_is_wrong(int status) {
            assertThat(read(status, "<html>"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Cause.ACCESS));
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 402, 405, 412, 413, 422, 499})
        void the_lead_or_the_router_is_wrong(int status) {
            assertThat(read(status, "{\"message\":\"no\"}"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Cause.LEAD_OR_ROUTER));
        }

        @ParameterizedTest
        @CsvSource({
            "408, false",
            "425, false",
            "429, false",
            "503, false",
            "301, false",
            "302, false",
            "308, false",
            "500, true",
            "502, true",
            "504, true",
            "204, true",
            "999, true",
            "100, true"
        })
        void another_try_is_worth_it_and_it_is_known_whether_the_lead_may_have_arrived(int status, boolean ambiguous) {
            assertThat(read(status, ""))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.ambiguous()).isEqualTo(ambiguous));
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "none",
                delimiter = '|',
                value = {
                    "120 | 120",
                    " 7  | 7",
                    "3600 | 3600",
                    "3601 | 3600",
                    "99999999999999999999 | 3600",
                    "Mon, 23 Nov 2026 10:05:00 GMT | 300",
                    "Tue, 24 Nov 2026 10:05:00 GMT | 3600",
                    "Mon, 23 Nov 2026 09:05:00 GMT | none",
                    "0 | none",
                    "-5 | none",
                    "soon | none",
                    "1.5 | none",
                    "none | none"
                })
        void the_time_that_the_api_asks_for_is_honoured_up_to_an_hour(@Nullable String header, @Nullable Long seconds) {
            var expected = seconds == null ? null : Duration.ofSeconds(seconds);
            for (var status : List.of(429, 503)) {
                assertThat(ANSWERS.read(status, header, new byte[0]))
                        .isInstanceOfSatisfying(
                                Unavailable.class,
                                unavailable ->
                                        assertThat(unavailable.retryAfter()).isEqualTo(expected));
            }
        }
    }

    @Property(tries = 2000)
    void no_bytes_make_it_throw(@ForAll byte[] body, @ForAll @IntRange(min = 100, max = 999) int status) {
        assertThatCode(() -> ANSWERS.read(status, null, body)).doesNotThrowAnyException();
    }

    @Property(tries = 2000)
    void no_mixture_of_json_makes_it_throw(@ForAll("almostJson") String body, @ForAll String retryAfter) {
        assertThatCode(() -> ANSWERS.read(200, retryAfter, body.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"url\"",
                        "\"code\"",
                        "\"error\"",
                        "\"redirect\"",
                        "\"" + PAGE + "\"",
                        "8003",
                        "1e999",
                        "null",
                        "true",
                        "\"\\uD800\"",
                        "\u0000",
                        "\"message\"",
                        "-",
                        "\"8002\"")
                .list()
                .ofMaxSize(12)
                .map(parts -> "{" + String.join("", parts));
    }

    private static RoutingOutcome read(int status, String body) {
        return ANSWERS.read(status, null, body.getBytes(StandardCharsets.UTF_8));
    }
}
