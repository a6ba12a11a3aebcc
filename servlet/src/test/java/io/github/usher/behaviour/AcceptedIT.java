package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.FakeChiliPiper.Answer;
import io.github.usher.container.FakeChiliPiper.Call;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a form that the site accepts, in each way in which a site can say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AcceptedIT {
    private static final String[] ADA = {"last_name", "Løvelace", "email", "ada@ae.example", "company", "AE"};
    private static final String LEAD =
            "{\"form\":{\"LastName\":\"Løvelace\",\"Email\":\"ada@ae.example\",\"Company\":\"AE\"},"
                    + "\"options\":{\"router\":\"inbound\"}}";

    private static final String MISLED = "misled@ae.example";

    private static final String START_LINE = "Usher 1.0: 32 forms (";

    /** A failure that leaves the circuit breaker closed, so that the tests do not disturb one another. */
    private static final Answer NO_BOOKER = Answer.json("{\"code\":8001,\"message\":\"no default booker\"}");

    private final ContainerKind kind;
    private FakeChiliPiper api;
    private Container with;

    AcceptedIT(ContainerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
        with = Container.of(kind)
                .with(TestSite.at("/with", api.baseUrl()).oldLibraries())
                .with(TestSite.at("/sans", api.baseUrl()).withoutUsher())
                .start();
        // It comes a moment after the start, and counts the leads that are there by then.
        with.awaitLog(START_LINE);
    }

    @AfterAll
    void stop() {
        if (with != null) {
            with.close();
        }
        if (api != null) {
            api.close();
        }
    }

    @BeforeEach
    void forget() {
        api.reset();
    }

    private Visitor visitor() {
        return with.visitor("/with");
    }

    /** Follows the hand-off to its page. */
    private Reply handOff(Visitor visitor, Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(303);
        assertThat(reply.location().getPath()).startsWith("/with/usher/booking/");
        return visitor.get(reply.location().toString());
    }

    /** But for the leads whose answer was not trusted: they are sent again as soon as another one's is. */
    private List<Call> calls() {
        return api.calls().stream()
                .filter(call -> !call.body().contains(MISLED))
                .toList();
    }

    private void leadsToTheCalendar(Visitor visitor, Reply reply) {
        var page = handOff(visitor, reply);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<meta http-equiv=\"refresh\" content=\"0;url=" + escaped(api.calendarUrl()));
        assertThat(calls()).hasSize(1);
    }

    private static String escaped(String url) {
        return url.replace("&", "&amp;");
    }

    @Nested
    class By_a_redirect {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "redirect",
                    "relative",
                    "whole",
                    "session",
                    "status-first",
                    "location-first",
                    "writes-on",
                    "inside-forward"
                })
        void the_visitor_goes_to_the_calendar_and_the_lead_is_sent_once(String page) {
            var visitor = visitor();

            leadsToTheCalendar(visitor, visitor.post("/" + page + ".jsp", ADA));

            assertThat(calls().get(0).body()).isEqualTo(LEAD);
            assertThat(calls().get(0).uri().getPath()).isEqualTo("/marketing/acme");
        }

        @ParameterizedTest
        @ValueSource(strings = {"clear", "status", "both"})
        void each_later_overload_of_send_redirect_is_seen(String overload) {
            var visitor = visitor();

            var reply =
                    visitor.post("/overloads.do", "overload", overload, "place", "/thanks.jsp", "last_name", overload);

            if (reply.text().equals("no such overload")) {
                assertThat(kind).isNotEqualTo(ContainerKind.TOMCAT_11);
            } else {
                leadsToTheCalendar(visitor, reply);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"clear", "status", "both", "plain"})
        void an_overload_to_another_place_is_the_sites_own(String overload) {
            var given = new String[] {"overload", overload, "place", "/sorry.jsp", "last_name", "x"};

            sameAsWithout("/overloads.do", given);
        }

        @Test
        void a_redirect_from_inside_an_include_is_ignored_as_ever() {
            sameAsWithout("/inside-include.jsp", ADA);
        }

        @Test
        void a_rejected_form_is_the_sites_own_answer_byte_for_byte() {
            sameAsWithout("/redirect.jsp", "last_name", "", "email", "ada@ae.example");
        }

        @Test
        void the_site_can_be_told_that_there_is_nothing_to_see() {
            visitor().post("/redirect.jsp", "last_name", "", "email", "x@y.example");

            with.awaitLog(
                    "redirect: POST /redirect.jsp was answered by a redirect to /form.jsp; accepted-when waits for"
                            + " /thanks.jsp. Not taken as a lead.");
        }

        @Test
        void the_site_reads_its_parameters_in_its_own_encoding_and_so_does_usher() throws Exception {
            var visitor = visitor();

            var reply = visitor.post(
                    "/latin.jsp",
                    "application/x-www-form-urlencoded",
                    "last_name=J%F6rg&email=j%40ae.example".getBytes(ISO_8859_1));

            if (kind == ContainerKind.JETTY_12) {
                // Jetty takes the charset of a url-encoded body from its Content-Type alone: the site itself fails.
                assertThat(reply.status()).isGreaterThanOrEqualTo(400);
                return;
            }
            leadsToTheCalendar(visitor, reply);
            assertThat(calls().get(0).body()).contains("\"LastName\":\"Jörg\"");
            assertThat(visitor.get("/last.jsp").text().strip()).isEqualTo("Jörg");
        }

        @Test
        void a_body_that_the_site_reads_as_a_stream_is_read_along() throws Exception {
            var visitor = visitor();
            var body = "{\"last_name\":\"Ada\",\"email\":\"ada@ae.example\"}";

            var reply = visitor.post("/raw.jsp", "application/json", body.getBytes(UTF_8));

            leadsToTheCalendar(visitor, reply);
            assertThat(calls().get(0).body()).contains("\"LastName\":\"Ada\"", "ada@ae.example");
            assertThat(visitor.get("/last.jsp").text().strip()).isEqualTo(body.length() + " bytes");
        }

        @Test
        void a_multipart_body_that_the_site_reads_by_its_own_library_is_read_along() {
            var visitor = visitor();

            leadsToTheCalendar(visitor, visitor.postMultipart("/raw.jsp", ADA));

            assertThat(calls().get(0).body()).isEqualTo(LEAD);
        }

        @Test
        void an_upload_that_the_container_reads_is_read_with_it() {
            var visitor = visitor();

            leadsToTheCalendar(visitor, visitor.postMultipart("/upload.do", ADA));

            assertThat(calls().get(0).body()).isEqualTo(LEAD);
            assertThat(visitor.get("/last.jsp").text().strip()).isEqualTo("3 parts");
        }

        @Test
        void a_body_that_was_read_by_half_is_kept_and_not_routed() throws Exception {
            var reply = visitor().post("/half-raw.jsp", "application/json", "{\"last_name\":\"Ada\"}".getBytes(UTF_8));

            assertThat(reply.location().getPath()).isEqualTo("/with/thanks.jsp");
            with.awaitLog("half-raw: accepted, submission ");
            assertThat(calls()).isEmpty();
        }
    }

    @Nested
    class By_a_forward {
        @ParameterizedTest
        @ValueSource(strings = {"forward", "forward-twice"})
        void the_visitor_goes_to_the_calendar(String page) {
            var visitor = visitor();

            leadsToTheCalendar(visitor, visitor.post("/" + page + ".jsp", ADA));
        }

        @Test
        void when_the_api_fails_that_very_view_with_its_model_is_shown() {
            api.answer(call -> NO_BOOKER);

            var reply = visitor().post("/forward.jsp", ADA);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).contains("<p>Good, Løvelace.</p>");
        }

        @Test
        void a_forward_to_another_view_is_the_sites_own_page() {
            sameAsWithout("/forward.jsp", "last_name", "", "email", "x@y.example");
        }
    }

    @Nested
    class By_the_text_of_a_page {
        @ParameterizedTest
        @ValueSource(strings = {"contains", "contains-forward", "contains-flushed", "contains-large"})
        void the_visitor_goes_to_the_calendar(String page) {
            var visitor = visitor();

            leadsToTheCalendar(visitor, visitor.post("/" + page + ".jsp", ADA));
        }

        @ParameterizedTest
        @ValueSource(strings = {"contains", "contains-forward", "contains-flushed", "contains-large"})
        void when_the_api_fails_the_page_goes_out_as_the_site_wrote_it(String page) {
            api.answer(call -> NO_BOOKER);

            sameAsWithout("/" + page + ".jsp", "last_name", "Bob " + page, "email", "bob@ae.example");
        }

        @ParameterizedTest
        @CsvSource({
            "contains, ''",
            "contains-forward, ''",
            "contains-late, Late",
            "contains-error, Error",
            "contains-throws, Throws"
        })
        void whatever_is_no_match_goes_out_unchanged(String page, String name) {
            sameAsWithout("/" + page + ".jsp", "last_name", name, "email", "x@y.example");
        }
    }

    @Nested
    class By_the_tag {
        @Test
        void it_writes_a_frame_of_the_hand_off_page_which_leads_on_to_the_calendar() {
            var visitor = visitor();

            var page = visitor.post("/tag.jsp", ADA);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("<p>Thanks.</p>", "<p>Bye.</p>").doesNotContain("We will call you");
            var frame = page.text().replaceAll("(?s).*<iframe src=\"([^\"]+)\".*", "$1");
            assertThat(frame).startsWith("/with/usher/booking/").endsWith("?frame");
            assertThat(visitor.get(frame.substring("/with".length())).text())
                    .contains("<iframe src=\"" + escaped(api.calendarUrl()) + "\"", " data-inside=\"\"");
        }

        @Test
        void on_failure_the_frame_shows_the_tags_body_and_never_the_sites_page() {
            api.answer(call -> NO_BOOKER);
            var visitor = visitor();
            var page = visitor.post("/tag.jsp", "last_name", "Bob", "email", "bob@ae.example");
            var frame = page.text().replaceAll("(?s).*<iframe src=\"([^\"]+)\".*", "$1");

            assertThat(visitor.get(frame.substring("/with".length())).text()).contains("<b>We will call you.</b>");
        }

        @Test
        void in_a_get_it_writes_its_body() {
            assertThat(visitor().get("/tag.jsp").text()).contains("<b>We will call you.</b>");
        }
    }

    @Nested
    class By_the_post_itself {
        @Test
        void the_visitor_goes_to_the_calendar_though_the_site_has_no_handler() {
            var visitor = visitor();

            leadsToTheCalendar(visitor, visitor.post("/posted.do", ADA));

            assertThat(calls().get(0).body()).isEqualTo(LEAD);
        }

        @Test
        void a_multipart_form_is_read_too() {
            var visitor = visitor();

            leadsToTheCalendar(visitor, visitor.postMultipart("/posted.do", ADA));

            assertThat(calls().get(0).body()).isEqualTo(LEAD);
        }

        @Test
        void a_client_that_asks_for_json_gets_the_address_as_json() throws Exception {
            var visitor = visitor();
            var request = visitor.request("/posted.do")
                    .setHeader("Accept", "application/json")
                    .setHeader("Sec-Fetch-Mode", "cors")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("last_name=Json&email=j%40ae.example"));

            var reply = visitor.send(request);

            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.text()).matches("\\{\"booking\": \"/with/usher/booking/[A-Za-z0-9_-]{35}\"}");
            api.awaitCalls(1);
        }

        @Test
        void when_the_api_fails_the_fallback_is_shown() {
            api.answer(call -> NO_BOOKER);
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/posted.do", "last_name", "Bob", "email", "bob@ae.example"));

            assertThat(page.status()).isEqualTo(303);
            assertThat(page.location().getPath()).isEqualTo("/with/thanks.jsp");
        }
    }

    @Nested
    class The_hand_off_page {
        @Test
        void goes_to_the_sites_own_page_with_its_query_when_the_api_fails() {
            api.answer(call -> NO_BOOKER);
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/redirect.jsp", "last_name", "Failing", "email", "f@ae.example"));

            assertThat(page.status()).isEqualTo(303);
            assertThat(page.header("Location")).isEqualTo("/with/thanks.jsp?from=form");
        }

        @Test
        void shows_progress_after_a_moment_and_the_calendar_when_it_comes() throws Exception {
            var answered = new CountDownLatch(1);
            api.answer(call -> {
                await(answered);
                return api.calendar();
            });
            var visitor = visitor();
            var reply = visitor.post("/redirect.jsp", "last_name", "Slow", "email", "slow@ae.example");

            var progress = handOff(visitor, reply);
            assertThat(progress.status()).isEqualTo(200);
            assertThat(progress.text()).contains("content=\"0;url=?wait\"").contains("role=\"progressbar\"");
            answered.countDown();

            var page = visitor.get(reply.location() + "?wait");
            assertThat(page.text()).contains("content=\"0;url=" + escaped(api.calendarUrl()));
        }

        @Test
        void goes_to_the_sites_own_page_when_the_visitor_has_waited_long_enough() throws Exception {
            var answered = new CountDownLatch(1);
            api.answer(call -> {
                await(answered);
                return api.calendar();
            });
            try {
                var visitor = visitor();
                long start = System.nanoTime();
                var reply = visitor.post("/redirect.jsp", "last_name", "Never", "email", "never@ae.example");

                var page = visitor.get(reply.location() + "?wait");

                assertThat(page.status()).isEqualTo(303);
                assertThat(page.location().getPath()).isEqualTo("/with/thanks.jsp");
                assertThat((System.nanoTime() - start) / 1_000_000).isBetween(2_900L, 4_500L);
            } finally {
                answered.countDown();
            }
        }

        @Test
        void is_never_cached_sends_no_referrer_and_carries_its_own_policy() {
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/redirect.jsp", ADA));

            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'self'", "https://*.chilipiper.com");
        }

        @Test
        void may_be_reloaded() {
            var visitor = visitor();
            var reply = visitor.post("/redirect.jsp", ADA);

            handOff(visitor, reply);
            leadsToTheCalendar(visitor, reply);
        }

        @Test
        void of_an_unknown_token_is_a_404() {
            assertThat(visitor()
                            .get("/usher/booking/AAAAAAAAAAAAAAAAAAAAAAAAAAA")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void answers_head_at_once() {
            var visitor = visitor();
            var reply = visitor.post("/redirect.jsp", ADA);

            var head =
                    visitor.send(visitor.request(reply.location().toString()).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.status()).isEqualTo(200);
        }

        @Test
        void frames_the_calendar_where_the_form_says_so() {
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/framed.jsp", ADA));

            assertThat(page.text()).contains("<iframe src=\"" + escaped(api.calendarUrl()) + "\"");
        }

        @Test
        void is_a_private_jsp_of_the_site_where_the_form_says_so() {
            var visitor = visitor();
            var reply = visitor.post("/private-page.jsp", ADA);

            var page = handOff(visitor, reply);
            if (page.status() == 303) {
                page = visitor.get(page.location().toString());
            }

            assertThat(page.text()).contains("private " + api.calendarUrl());
        }

        @Test
        void is_a_public_jsp_of_the_site_where_the_form_says_so() {
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/public-page.jsp", ADA));

            assertThat(page.status()).isEqualTo(303);
            assertThat(page.location().getPath()).isEqualTo("/with/booking-page.jsp");
            assertThat(page.location().getQuery()).startsWith("usher=");
            assertThat(visitor.get(page.location().toString()).text()).contains("public " + api.calendarUrl());
        }

        @Test
        void offers_a_live_call_as_a_choice_where_the_form_says_so() {
            api.answer(call -> Answer.json("{\"routeId\":\"r\",\"url\":\"" + api.calendarUrl() + "\",\"realtimeUrl\":\""
                    + api.baseUrl() + "/live\"}"));
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/offered.jsp", ADA));

            assertThat(page.text()).contains(escaped(api.calendarUrl()), api.baseUrl() + "/live");
        }

        @Test
        void prefers_a_live_call_by_itself() {
            api.answer(call -> Answer.json("{\"routeId\":\"r\",\"url\":\"" + api.calendarUrl() + "\",\"realtimeUrl\":\""
                    + api.baseUrl() + "/live\"}"));
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/redirect.jsp", ADA));

            assertThat(page.text()).contains("content=\"0;url=" + api.baseUrl() + "/live");
        }

        @Test
        void takes_a_disqualified_prospect_to_the_place_of_the_config() {
            api.answer(call -> Answer.json("{\"code\":8003,\"message\":\"no rules match\"}"));
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/disqualified.jsp", ADA));

            assertThat(page.location().getPath()).isEqualTo("/with/sorry.jsp");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://evil.example/x", "javascript:alert(1)", "https://chilipiper.com.evil.example/"})
        void never_leads_to_a_page_that_is_not_trusted(String url) {
            api.answer(call -> Answer.json("{\"routeId\":\"r\",\"url\":\"" + url + "\"}"));
            var visitor = visitor();

            var page = handOff(visitor, visitor.post("/redirect.jsp", "last_name", url, "email", MISLED));

            assertThat(page.location().getPath()).isEqualTo("/with/thanks.jsp");
            assertThat(page.text()).doesNotContain("evil", "javascript");
        }
    }

    @Nested
    class The_same_again {
        @Test
        void from_the_same_browser_is_the_same_hand_off_and_one_lead() throws Exception {
            var visitor = visitor();
            visitor.post("/session.jsp", "last_name", "First", "email", "first@ae.example");
            api.awaitCalls(1);
            api.reset();

            var first = visitor.post("/redirect.jsp", "last_name", "Twice", "email", "twice@ae.example");
            var second = visitor.post("/redirect.jsp", "last_name", "Twice", "email", "twice@ae.example");

            assertThat(second.location()).isEqualTo(first.location());
            handOff(visitor, first);
            assertThat(calls()).hasSize(1);
        }

        @Test
        void from_another_browser_is_another_hand_off() throws Exception {
            var ada = visitor();
            var eve = visitor();
            ada.post("/session.jsp", "last_name", "First", "email", "a1@ae.example");
            eve.post("/session.jsp", "last_name", "First", "email", "e1@ae.example");

            var first = ada.post("/redirect.jsp", "last_name", "Ada", "email", "ada2@ae.example");
            var second = eve.post("/redirect.jsp", "last_name", "Ada", "email", "ada2@ae.example");

            assertThat(second.location()).isNotEqualTo(first.location());
            api.awaitCalls(4);
        }
    }

    @Nested
    class What_is_no_navigation {
        @ParameterizedTest
        @CsvSource({"Sec-Fetch-Mode, cors", "X-Requested-With, XMLHttpRequest", "Sec-Fetch-Dest, iframe"})
        void passes(String header, String value) {
            var visitor = visitor();
            var request = visitor.request("/redirect.jsp")
                    .setHeader(header, value)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("last_name=Script"));

            var reply = visitor.send(request);

            assertThat(reply.location().getPath()).isEqualTo("/with/thanks.jsp");
            assertThat(calls()).isEmpty();
        }
    }

    @Nested
    class Its_own_addresses {
        @Test
        void ping_answers() {
            assertThat(visitor().get("/usher/ping").text()).isEqualTo("usher");
        }

        @Test
        void health_says_up_and_counts_only_for_whoever_has_the_token() {
            var visitor = visitor();

            assertThat(visitor.get("/usher/health").text()).isEqualTo("up");
            assertThat(visitor.send(visitor.request("/usher/health").header("Authorization", "Bearer wrong"))
                            .text())
                    .isEqualTo("up");
            assertThat(visitor.send(visitor.request("/usher/health").header("Authorization", "Bearer a-health-token"))
                            .text())
                    .matches(
                            "\\{\"waiting\":\\d+,\"oldestWaitingSeconds\":\\d+,\"needsYou\":\\d+,\"breaker\":\"[a-z-]+\"}");
        }

        @Test
        void other_methods_are_refused_and_other_addresses_are_the_sites() {
            assertThat(visitor().post("/usher/ping", "a", "b").status()).isEqualTo(405);
            assertThat(visitor().get("/usher/unknown").status()).isEqualTo(404);
        }
    }

    @Test
    void own_page_leaves_the_answer_untouched_and_sends_the_lead() throws Exception {
        var reply = visitor().post("/own-page.jsp", ADA);

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location().getPath()).isEqualTo("/with/thanks.jsp");
        assertThat(api.awaitCalls(1)).hasSize(1);
    }

    @Test
    void the_start_line_says_what_is_at_work() {
        assertThat(with.awaitLog(START_LINE))
                .contains("mode send", "usher.yaml", "store ", "usher", "0 leads waiting", "sandbox");
    }

    @Test
    void no_value_that_was_submitted_is_in_the_log() throws Exception {
        visitor().post("/redirect.jsp", "last_name", "Secretname", "email", "secret@ae.example");
        visitor().post("/half-raw.jsp", "last_name", "Secretname", "email", "secret@ae.example");

        api.awaitCalls(1);
        assertThat(with.log()).noneMatch(line -> line.contains("Secretname") || line.contains("secret@ae.example"));
    }

    /** Posts the same to both, which must answer alike: status, headers but those of time and session, and bytes. */
    private void sameAsWithout(String path, String... given) {
        var ours = with.visitor("/with").post(path, given);
        var theirs = with.visitor("/sans").post(path, given);

        assertThat(comparable(ours)).isEqualTo(comparable(theirs));
    }

    private static String comparable(Reply reply) {
        var headers = new TreeMap<>(reply.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Date") || name.equalsIgnoreCase("Set-Cookie"));
        var text = reply.status() + " " + headers + "\n" + new String(reply.bytes(), ISO_8859_1);
        return text.replace("/sans", "/with")
                .replaceAll("(?m)^\\s*(at |\\d+: ).*$", "")
                .replaceAll("JSPs?.*", "");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
