package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.FakeChiliPiper.Answer;
import io.github.usher.container.FrontServer;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a front server that shows the application under another host and path, and over HTTP/2. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FrontServerIT {
    private static final Answer NO_BOOKER = Answer.json("{\"code\":8001,\"message\":\"no default booker\"}");

    private final ContainerKind kind;
    private FakeChiliPiper api;
    private FrontServer front;
    private Container container;

    FrontServerIT(ContainerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
        front = FrontServer.start("/public");
        container = Container.of(kind)
                .with(FiveWays.at("/app").config("""
                        site:
                          url: %s
                          trusted-proxies: 127.0.0.1
                        %s""".formatted(front.url(), FiveWays.config(api.baseUrl()))))
                .start();
        front.passTo(container.uri("/app"));
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.close();
        }
        front.close();
        api.close();
    }

    @BeforeEach
    void forget() {
        api.reset();
    }

    private Visitor fromTheWorld() {
        return new Visitor(front.url());
    }

    private String onward() {
        return "content=\"0;url=" + api.calendarUrl().replace("&", "&amp;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "forward", "page-contains", "posted"})
    void the_hand_off_page_is_where_the_world_finds_it(String way) {
        var visitor = fromTheWorld();

        var reply = visitor.post("/" + way + ".jsp", "last_name", "Ada " + way);

        assertThat(reply.location().getPath()).startsWith("/public/usher/booking/");
        assertThat(visitor.get(reply.location().toString()).text()).contains(onward());
    }

    @Test
    void so_is_the_frame_of_the_tag() {
        var visitor = fromTheWorld();

        var page = visitor.post("/tag.jsp", "last_name", "Ada").text();

        var address =
                page.replaceAll("(?s).*<iframe[^>]* src=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(address).startsWith("/public/usher/booking/");
        assertThat(visitor.get(front.url().resolve(address).toString()).text())
                .contains(api.calendarUrl().replace("&", "&amp;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "posted"})
    void without_a_booking_the_visitor_comes_to_the_sites_page_there(String way) {
        api.answer(call -> NO_BOOKER);
        var visitor = fromTheWorld();

        var handOff = visitor.post("/" + way + ".jsp", "last_name", "Grace " + way);
        var back = visitor.get(handOff.location().toString());

        assertThat(back.location().getPath()).isEqualTo("/public/thanks.jsp");
        assertThat(visitor.get(back.location().toString()).text()).isEqualTo("Thanks");
    }

    @Test
    void who_comes_past_the_front_server_stays_past_it() {
        var visitor = container.visitor("/app");

        var reply = visitor.post("/redirect.jsp", "last_name", "Eve");

        assertThat(reply.location().getPath()).startsWith("/app/usher/booking/");
        assertThat(visitor.get(reply.location().toString()).text()).contains(onward());
    }

    @Test
    void over_http_2_it_is_the_same() throws Exception {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var visitor = container.visitor("/app");
        // The first request asks for the upgrade, and those after it use it.
        client.send(visitor.request("/thanks.jsp").build(), BodyHandlers.ofString(UTF_8));

        var posted = client.send(
                visitor.request("/redirect.jsp")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("last_name=Two"))
                        .build(),
                BodyHandlers.ofString(UTF_8));

        assertThat(posted.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(posted.statusCode()).isEqualTo(303);
        var place = URI.create(posted.headers().firstValue("Location").orElseThrow());
        var page = client.send(
                visitor.request(posted.uri().resolve(place).toString()).build(), BodyHandlers.ofString(UTF_8));
        assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(page.body()).contains(onward());
    }
}
