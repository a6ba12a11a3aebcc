package io.github.usher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox of Chili Piper: its API, its pages and its webhooks. */
class SandboxTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("aria-current=\"date\" href=\"[^\"]*day=([0-9-]+)\"");
    private static final Pattern TIME = Pattern.compile("name=\"time\" value=\"([0-9:]+)\"");

    private static final BlockingQueue<String> WEBHOOKS = new LinkedBlockingQueue<>();

    private static DemoServer demo;
    private static HttpServer site;

    @BeforeAll
    static void start() throws Exception {
        demo = DemoServer.start();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/hook", exchange -> {
            WEBHOOKS.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        site.start();
    }

    @AfterAll
    static void stop() throws Exception {
        site.stop(0);
        demo.stop();
    }

    @BeforeEach
    void forget() throws Exception {
        demo.post("/sandbox/", Map.of("clear", "true", "answer", "BOOKED"));
        WEBHOOKS.clear();
    }

    @Nested
    class The_api {
        @Test
        void gives_a_lead_the_calendar_of_its_router() throws Exception {
            JsonNode reply = JSON.readTree(route().body());

            assertThat(reply.path("routeId").asText()).matches("[0-9a-f]{24}");
            assertThat(reply.path("url").asText())
                    .startsWith(demo.url() + "/sandbox/book/aldgate-inbound/?id=00Q")
                    .contains("routeId=" + reply.path("routeId").asText(), "&marketing=true", "&locale=en_US");
            assertThat(reply.has("realtimeUrl")).isFalse();
            assertThat(reply.path("redirect").path("closeStrategy").asText()).isEqualTo("Landing");
        }

        @Test
        void says_whether_a_router_is_switched_on() throws Exception {
            assertThat(demo.get("/sandbox/marketing/inbound-router/enabled/demo/aldgate-inbound")
                            .body())
                    .isEqualTo("{\"active\":true}");
            assertThat(demo.get("/sandbox/marketing/inbound-router/enabled/demo/other")
                            .body())
                    .isEqualTo("{\"active\":false}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/demo | application/json | {broken | 400",
                    "/demo | application/json | [] | 400",
                    "/demo | application/json | {\"form\":{},\"options\":{\"router\":\"aldgate-demo\"}} | 400",
                    "/demo | application/json | {\"form\":{\"Email\":\"a@b.example\"}} | 400",
                    "/demo | application/json | {\"form\":{\"Email\":\"a@b.example\"},\"options\":{\"router\":\"x\"}} | 404",
                    "/no.tenant | application/json | {} | 404",
                    "/demo | text/plain | {} | 415"
                })
        void refuses_what_the_real_one_would(String path, String type, String body, int status) throws Exception {
            HttpResponse<String> answer = demo.post("/sandbox/marketing" + path, type, body, UTF_8);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(JSON.readTree(answer.body()).path("message").asText()).isNotEmpty();
        }

        @Test
        void notes_every_request_with_its_answer_newest_first() throws Exception {
            route();
            demo.post("/sandbox/marketing/demo", "application/json", "nonsense", UTF_8);

            JsonNode calls = JSON.readTree(demo.get("/sandbox/calls.json").body());
            assertThat(calls).hasSize(2);
            assertThat(calls.get(0).path("body").asText()).isEqualTo("nonsense");
            assertThat(calls.get(0).path("answer").asText()).startsWith("400");
            assertThat(calls.get(1).path("body").asText()).contains("\"router\" : \"aldgate-inbound\"");
            assertThat(demo.get("/sandbox/").body()).contains("&quot;Email&quot; : &quot;ada@ae.example&quot;");
        }
    }

    @Nested
    class A_picked_answer {
        @ParameterizedTest
        @CsvSource({
            "CODE_8001, 8001",
            "CODE_8002, 8002",
            "CODE_8003, 8003",
            "CODE_8003_LINK, 8003",
            "CODE_8004, 8004",
            "CODE_8005, 8005",
            "CODE_8007, 8007"
        })
        void may_be_an_error_code(String answer, int code) throws Exception {
            JsonNode reply = JSON.readTree(route(answer).body());

            assertThat(reply.path("code").asInt()).isEqualTo(code);
            assertThat(reply.path("message").asText()).isNotEmpty();
            assertThat(reply.has("url")).isFalse();
            assertThat(reply.path("redirect").has("disqualifiedLink")).isEqualTo(answer.endsWith("LINK"));
        }

        @Test
        void may_be_a_live_call() throws Exception {
            String live =
                    JSON.readTree(route("LIVE_CALL").body()).path("realtimeUrl").asText();

            assertThat(demo.get(live).body()).contains("Talk to us now");
            HttpResponse<String> called = demo.post(live, Map.of("phone", "0121 496 0100"));
            assertThat(called.body()).contains("We are calling you", "{\"action\":\"phone-selected\"}");
        }

        @Test
        void may_be_a_full_calendar() throws Exception {
            String url =
                    JSON.readTree(route("NO_FREE_SLOTS").body()).path("url").asText();

            assertThat(demo.get(url).body())
                    .contains("{\"action\":\"no-free-slots\"}")
                    .doesNotContain("name=\"time\"");
        }

        @Test
        void may_be_late() throws Exception {
            long start = System.nanoTime();

            assertThat(JSON.readTree(route("SLOW_3").body()).has("url")).isTrue();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(3000);
        }

        @Test
        void may_be_an_http_error() throws Exception {
            assertThat(route("HTTP_500").statusCode()).isEqualTo(500);
            HttpResponse<String> busy = route("HTTP_429");
            assertThat(busy.statusCode()).isEqualTo(429);
            assertThat(busy.headers().firstValue("Retry-After")).contains("30");
        }

        @ParameterizedTest
        @ValueSource(strings = {"DOWN", "DROPPED"})
        void may_be_a_connection_that_ends(String answer) {
            assertThatThrownBy(() -> route(answer)).isInstanceOf(IOException.class);
        }

        @Test
        void may_be_none_of_what_a_client_expects() throws Exception {
            assertThat(route("EMPTY").body()).isEmpty();
            assertThat(route("HTML").body()).startsWith("<html>");
            assertThat(route("REDIRECT").statusCode()).isEqualTo(302);
            String garbage = route("GARBAGE").body();
            assertThatThrownBy(() -> JSON.readTree(garbage)).isInstanceOf(IOException.class);
            assertThat(JSON.readTree(route("UNTRUSTED_HOST").body()).path("url").asText())
                    .startsWith("https://chilipiper.com.calendars.example/");
        }

        @Test
        void may_hold_for_one_call_only() throws Exception {
            demo.post("/sandbox/", Map.of("answer", "HTTP_500", "once", "on"));

            assertThat(route().statusCode()).isEqualTo(500);
            assertThat(route().statusCode()).isEqualTo(200);
        }

        @Test
        void must_be_one_that_exists() throws Exception {
            assertThat(demo.post("/sandbox/", Map.of("answer", "NONSENSE")).statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class The_calendar {
        @Test
        void speaks_the_language_of_the_request() throws Exception {
            assertThat(demo.get(url() + "&locale=de_DE").body()).contains("What day is best for you?");
            assertThat(demo.get("/sandbox/book/x/?locale=de_DE").body()).contains("Welcher Tag passt Ihnen am besten?");
            assertThat(demo.get("/sandbox/book/x/?locale=xx").body()).contains("What day is best for you?");
        }

        @Test
        void honours_title_and_hide_x() throws Exception {
            assertThat(demo.get(url() + "&title=Talk+%3Cto%3E+us").body()).contains("Talk &lt;to&gt; us", "data-close");
            assertThat(demo.get(url() + "&hide_x=true").body()).doesNotContain("data-close");
        }

        @Test
        void goes_to_no_strange_place_after_a_booking() throws Exception {
            assertThat(book(url() + "&processRedirect=https%3A%2F%2Fevil.example%2F")
                            .body())
                    .contains("booked", "booking-confirmed")
                    .doesNotContain("evil.example\"");
            assertThat(book(url() + "&redirectTimeout=7&processRedirect=http%3A%2F%2Flocalhost%2Fthanks.jsp")
                            .body())
                    .contains("content=\"7; url=http://localhost/thanks.jsp\"");
        }

        @Test
        void books_a_time_once() throws Exception {
            String url = url();
            String page = demo.get(url).body();
            var slot = Map.of("day", find(DAY, page), "time", find(TIME, page));

            assertThat(demo.post(url, slot).statusCode()).isEqualTo(303);
            HttpResponse<String> again = demo.post(url, slot);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).contains("That time has just been taken.");
        }
    }

    @Nested
    class A_webhook {
        @Test
        void follows_a_booking_a_move_and_a_cancellation_by_the_prospect() throws Exception {
            String confirmed = book(url()).body();
            JsonNode create = webhook();
            String eventId = create.path("eventId").asText();
            assertThat(create.path("actionType").asText()).isEqualTo("create");
            assertThat(create.path("slot").path("end").asLong()
                            - create.path("slot").path("start").asLong())
                    .isEqualTo(TimeUnit.MINUTES.toMillis(30));
            assertThat(confirmed).contains("\"action\":\"booking-confirmed\",\"args\":" + create);

            String move = "/sandbox/book/reschedule?rescheduleId=" + eventId;
            String page = demo.get(move).body();
            demo.post(move, Map.of("day", find(DAY, page), "time", find(TIME, page)));
            assertThat(webhook().path("actionType").asText()).isEqualTo("reschedule");

            demo.post("/sandbox/book/cancel/" + eventId, Map.of());
            JsonNode cancel = webhook();
            assertThat(cancel.path("actionType").asText()).isEqualTo("prospect_cancel");
            assertThat(cancel.path("eventId").asText()).isEqualTo(eventId);
            assertThat(demo.get("/sandbox/book/cancel/" + eventId).body()).contains("Your meeting was cancelled");
        }

        @ParameterizedTest
        @ValueSource(strings = {"agent_reschedule", "reassign", "cancel"})
        void follows_what_a_rep_does(String action) throws Exception {
            book(url());
            JsonNode create = webhook();

            demo.post(
                    "/sandbox/",
                    Map.of("rep", action, "eventId", create.path("eventId").asText()));

            JsonNode later = webhook();
            assertThat(later.path("actionType").asText()).isEqualTo(action);
            assertThat(later.path("routeId")).isEqualTo(create.path("routeId"));
            assertThat(later.path("assigneeId").equals(create.path("assigneeId")))
                    .isEqualTo(!action.equals("reassign"));
        }

        @Test
        void goes_to_this_machine_only() throws Exception {
            String reply = route("https://site.example/hook", "aldgate-inbound").body();
            book(JSON.readTree(reply).path("url").asText());

            assertThat(demo.get("/sandbox/").body()).contains("not sent: the sandbox calls this machine only");
        }
    }

    private static HttpResponse<String> route() throws Exception {
        return route("http://localhost:" + site.getAddress().getPort() + "/hook", "aldgate-inbound");
    }

    private static HttpResponse<String> route(String answer) throws Exception {
        demo.post("/sandbox/", Map.of("answer", answer));
        return route();
    }

    private static HttpResponse<String> route(String webHook, String router) throws Exception {
        String body = "{\"form\":{\"Email\":\"ada@ae.example\"},\"options\":{\"router\":\"%s\",\"webHook\":\"%s\"}}"
                .formatted(router, webHook);
        return demo.post("/sandbox/marketing/demo", "application/json; charset=UTF-8", body, UTF_8);
    }

    private static String url() throws Exception {
        return JSON.readTree(route().body()).path("url").asText();
    }

    /** Books the first free time, and gives the page that follows. */
    private static HttpResponse<String> book(String url) throws Exception {
        String page = demo.get(url).body();
        HttpResponse<String> booked = demo.post(url, Map.of("day", find(DAY, page), "time", find(TIME, page)));
        assertThat(booked.statusCode()).isEqualTo(303);
        return demo.get(booked.headers().firstValue("Location").orElseThrow());
    }

    private static JsonNode webhook() throws Exception {
        String body = WEBHOOKS.poll(10, TimeUnit.SECONDS);
        return JSON.readTree(Objects.requireNonNull(body, "no webhook came"));
    }

    private static String find(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }
}
