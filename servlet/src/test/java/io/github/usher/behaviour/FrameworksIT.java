package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.behaviour.FrameworkSites.Place;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the real Struts 1, Struts 2 and Spring Security, on Tomcat 9, for which they were written. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameworksIT {
    private FakeChiliPiper api;
    private Container container;

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
        var building = Container.of(ContainerKind.TOMCAT_9).jvm("-Xmx512m").with(FrameworkSites.struts1(api.baseUrl()));
        for (var place : Place.values()) {
            building.with(FrameworkSites.struts2(place, api.baseUrl()))
                    .with(FrameworkSites.springSecurity(place, api.baseUrl()));
        }
        container = building.start();
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.close();
        }
        api.close();
    }

    @BeforeEach
    void forget() {
        api.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "forward", "page-contains"})
    void a_struts_1_action_accepts_a_form(String way) {
        var visitor = container.visitor("/struts1");

        assertThat(visitor.post("/" + way + ".do", "last_name", "").text()).isEqualTo("Please fill in.");
        leadsToTheCalendar(visitor, visitor.post("/" + way + ".do", "last_name", "Ada " + way));
    }

    static Stream<Arguments> seenByUsher() {
        return Stream.of(Place.BY_INITIALIZER, Place.BEFORE)
                .flatMap(place ->
                        Stream.of("redirect", "forward", "page-contains").map(way -> Arguments.of(place, way)));
    }

    @ParameterizedTest
    @MethodSource("seenByUsher")
    void a_struts_2_action_accepts_a_form(Place place, String way) {
        var visitor = container.visitor(place.contextPath("struts2"));

        assertThat(visitor.post("/" + way + ".action", "last_name", "").text()).isEqualTo("Please fill in.");
        leadsToTheCalendar(visitor, visitor.post("/" + way + ".action", "last_name", "Ada " + way));
    }

    /** The front controller of Struts 2 answers in its filter, and calls none behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"redirect"})
    void behind_struts_2_usher_sees_no_form_and_the_site_works(String way) {
        var site = Place.BEHIND.contextPath("struts2");

        var reply = container.visitor(site).post("/" + way + ".action", "last_name", "Ada");

        assertThat(reply.location().getPath()).isEqualTo(site + "/thanks.jsp");
        assertThat(api.calls()).isEmpty();
    }

    static Stream<Arguments> everyPlaceAndWay() {
        return Arrays.stream(Place.values())
                .flatMap(place -> Stream.of("redirect", "forward", "page-contains", "posted")
                        .map(way -> Arguments.of(place, way)));
    }

    @ParameterizedTest
    @MethodSource("everyPlaceAndWay")
    void a_form_with_the_token_of_spring_security_is_accepted(Place place, String way) {
        var visitor = container.visitor(place.contextPath("security"));
        var token = visitor.get("/login.jsp").text().strip();

        leadsToTheCalendar(visitor, visitor.post("/" + way + ".jsp", "_csrf", token, "last_name", "Ada " + way));
    }

    @ParameterizedTest
    @EnumSource
    void a_form_without_the_token_is_refused_by_spring_security_and_is_no_lead(Place place) {
        var reply = container.visitor(place.contextPath("security")).post("/redirect.jsp", "last_name", "Eve");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(api.calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BY_INITIALIZER", "BEFORE"})
    void after_a_login_the_new_session_is_the_visitors_and_the_calendar_too(Place place) {
        var visitor = container.visitor(place.contextPath("security"));
        var page = visitor.get("/login.jsp");

        var reply = visitor.post("/login", "_csrf", page.text().strip(), "username", "ada", "password", "secret");

        assertThat(session(reply)).isNotEqualTo(session(page));
        leadsToTheCalendar(visitor, reply);
        assertThat(visitor.get("/account.jsp").text().strip()).isEqualTo("Account of ada");
    }

    @Test
    void behind_spring_security_its_login_is_the_sites_own() {
        var site = Place.BEHIND.contextPath("security");
        var visitor = container.visitor(site);
        var token = visitor.get("/login.jsp").text().strip();

        var reply = visitor.post("/login", "_csrf", token, "username", "ada", "password", "secret");

        assertThat(reply.location().getPath()).isEqualTo(site + "/account.jsp");
        assertThat(api.calls()).isEmpty();
    }

    private static String session(Reply reply) {
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.replaceAll(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    /** Its {@code X-Frame-Options} counts for nothing where a policy says who may frame a page. */
    @ParameterizedTest
    @EnumSource
    void the_frame_of_the_tag_may_be_framed_by_the_site(Place place) {
        var visitor = container.visitor(place.contextPath("security"));
        var token = visitor.get("/login.jsp").text().strip();

        var page =
                visitor.post("/tag.jsp", "_csrf", token, "last_name", "Ada Tag").text();
        var address =
                page.replaceAll("(?s).*<iframe[^>]* src=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        var frame = visitor.get(container.uri("").resolve(address) + "?wait");

        assertThat(frame.text()).contains(api.calendarUrl().replace("&", "&amp;"));
        assertThat(frame.header("Content-Security-Policy")).contains("frame-ancestors 'self'");
    }

    private void leadsToTheCalendar(Visitor visitor, Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(303);
        assertThat(reply.location().getPath()).contains("/usher/booking/");
        assertThat(visitor.get(reply.location() + "?wait").text())
                .contains(api.calendarUrl().replace("&", "&amp;"));
        assertThat(api.calls()).hasSize(1);
    }
}
