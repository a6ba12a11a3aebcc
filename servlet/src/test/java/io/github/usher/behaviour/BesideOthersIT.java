package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.App;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.FakeChiliPiper.Answer;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside other people's filters and ways to answer: a form is seen through them, and all else is as without Usher. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BesideOthersIT {
    /** A failure that leaves the circuit breaker closed, so that the tests do not disturb one another. */
    private static final Answer NO_BOOKER = Answer.json("{\"code\":8001,\"message\":\"no default booker\"}");

    private final ContainerKind kind;
    private FakeChiliPiper api;
    private Container container;

    BesideOthersIT(ContainerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
        var building =
                Container.of(kind).with(crowded("/with")).with(crowded("/sans").withoutUsher());
        FilterOrders.all().forEach(order -> building.with(FilterOrders.site(order, kind, api.baseUrl())));
        container = building.start();
    }

    private App crowded(String contextPath) {
        return CrowdedSite.withSocket(CrowdedSite.at(contextPath, api.baseUrl()));
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

    private void leadsToTheCalendar(String site, Visitor visitor, Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(303);
        assertThat(reply.location().getPath()).startsWith(site + "/usher/booking/");
        assertThat(visitor.get(reply.location().toString()).text())
                .contains("content=\"0;url=" + api.calendarUrl().replace("&", "&amp;"));
        assertThat(api.calls()).hasSize(1);
    }

    static Stream<String> seen() {
        return Stream.of("", "/decorated", "/zipped", "/wrapped")
                .flatMap(around -> Stream.of(around + "/redirect.do", around + "/forward.do"));
    }

    static Stream<String> searched() {
        return Stream.of("/page.do", "/decorated/page.do", "/wrapped/page.do", "/view.do", "/wrapped/view.do");
    }

    static Stream<String> all() {
        return Stream.of(seen(), searched(), Stream.of("/decorated/view.do", "/zipped/page.do"))
                .flatMap(paths -> paths);
    }

    @ParameterizedTest
    @MethodSource("seen")
    void a_redirect_or_forward_is_seen_through_what_is_around_it(String path) {
        var visitor = container.visitor("/with");

        leadsToTheCalendar("/with", visitor, visitor.post(path, "last_name", "Zoë"));

        assertThat(api.calls().get(0).body()).contains("\"LastName\":\"Zoë\"");
    }

    @ParameterizedTest
    @MethodSource("searched")
    void the_text_is_found_in_the_page_that_comes_out_of_all_filters(String path) {
        var visitor = container.visitor("/with");

        leadsToTheCalendar("/with", visitor, visitor.post(path, "last_name", "Zoë"));
    }

    /** Tomcat 11 shows a blank page behind such a filter, with Usher and without. */
    @Test
    void the_text_is_found_in_a_view_that_a_filter_decorates_after_the_forward() {
        var visitor = container.visitor("/with");

        var reply = visitor.post("/decorated/view.do", "last_name", "Zoë");

        if (kind == ContainerKind.TOMCAT_11) {
            assertThat(reply.bytes()).isEmpty();
        } else {
            leadsToTheCalendar("/with", visitor, reply);
        }
    }

    @Test
    void a_page_that_a_filter_has_packed_is_not_searched_and_goes_out_as_it_is() {
        sameAsWithout("/zipped/page.do", "last_name", "Zoë");

        assertThat(api.calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_rejected_form_is_the_sites_own_answer_byte_for_byte(String path) {
        sameAsWithout(path, "last_name", "");

        assertThat(api.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forward.do",
                "/decorated/forward.do",
                "/wrapped/forward.do",
                "/page.do",
                "/decorated/page.do",
                "/view.do",
                "/decorated/view.do"
            })
    void without_a_booking_the_page_is_the_sites_own_byte_for_byte(String path) {
        api.answer(call -> NO_BOOKER);

        sameAsWithout(path, "last_name", "Grace " + path);
    }

    @Test
    void a_redirect_on_another_thread_is_seen_where_the_site_uses_the_response_that_it_was_given() {
        var visitor = container.visitor("/with");

        leadsToTheCalendar("/with", visitor, visitor.post("/later.do", "last_name", "Zoë"));
    }

    @Test
    void a_redirect_on_the_containers_own_response_is_the_sites_own() {
        sameAsWithout("/later-bare.do", "last_name", "Zoë");
    }

    @Test
    void a_redirect_that_comes_too_late_is_refused_by_the_container_as_ever() {
        sameAsWithout("/too-late.do", "last_name", "Zoë");

        assertThat(api.calls()).isEmpty();
    }

    @Test
    void of_two_forms_of_one_path_the_one_with_its_fields_is_taken_and_nothing_is_told_of_the_other() {
        var visitor = container.visitor("/with");

        leadsToTheCalendar("/with", visitor, visitor.post("/by-field.do", "last_name", "Zoë", "how", "phone"));

        assertThat(container.log()).noneMatch(line -> line.contains("contact-by-mail: POST"));
    }

    @Test
    void a_form_of_one_path_without_the_fields_of_any_is_told_of() {
        var reply = container.visitor("/with").post("/by-field.do", "last_name", "Zoë");

        assertThat(reply.location().getPath()).isEqualTo("/with/thanks.jsp");
        container.awaitLog("contact-by-phone: POST /by-field.do came without the fields that the form asks for (how)."
                + " Not taken as a lead.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/with", "/sans"})
    void events_reach_the_browser_while_the_answer_is_still_open(String site) throws Exception {
        var visitor = container.visitor(site);
        var answer = HttpClient.newHttpClient().send(visitor.request("/events").build(), BodyHandlers.ofInputStream());

        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: one");
            visitor.get("/more");
            assertThat(lines.lines().toList()).containsExactly("", "data: two", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/with", "/sans"})
    void a_web_socket_is_none_of_its_business(String site) throws Exception {
        var heard = new CompletableFuture<String>();
        var address = container.uri(site + "/echo").toString().replaceFirst("^http", "ws");
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        heard.complete(text.toString());
                        return null;
                    }
                })
                .get(20, TimeUnit.SECONDS);

        socket.sendText("grüezi", true);

        assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo("You said grüezi");
        socket.abort();
    }

    @ParameterizedTest
    @MethodSource("io.github.usher.behaviour.FilterOrders#all")
    void in_every_order_with_an_encoding_filter_and_a_front_controller_the_site_works(List<String> order) {
        var site = FilterOrders.contextPath(order);
        var visitor = container.visitor(site);

        var reply = visitor.post("/contact.action", "last_name", "Zoë");

        if (order.indexOf("usher") < order.indexOf("controller")) {
            leadsToTheCalendar(site, visitor, reply);
            var encoded = order.indexOf("encoding") < order.indexOf("controller");
            assertThat(api.calls().get(0).body()).contains(encoded ? "\"LastName\":\"Zoë\"" : "\"LastName\":\"Zo");
        } else {
            // A front controller that answers by itself never calls those behind it.
            assertThat(reply.location().getPath()).isEqualTo(site + "/thanks.jsp");
        }
    }

    private void sameAsWithout(String path, String... fields) {
        var expected = container.visitor("/sans").post(path, fields);
        var reply = container.visitor("/with").post(path, fields);
        assertThat(comparable(reply)).isEqualTo(comparable(expected));
    }

    private static String comparable(Reply reply) {
        var headers = new TreeMap<>(reply.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Date"));
        return (reply.status() + " " + headers + "\n" + new String(reply.bytes(), ISO_8859_1))
                .replace("/with", "/SITE")
                .replace("/sans", "/SITE");
    }
}
