package io.github.usher.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.App;
import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.FakeChiliPiper.Answer;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Apache JSPWiki, a JSP application of its own time (javax.servlet, filters, an old Jackson), unchanged but for the jar
 * and the yaml. Its registration form redirects when it was good, and shows itself again when it was not. Beside it runs
 * a second one without Usher, to compare with.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JspWikiOnTomcat9IT {
    private static final String WIKI = "/wiki";
    private static final String REGISTER = "/Login.jsp?tab=register";
    private static final String CONFIG = """
            mode: send

            chilipiper:
              platform: legacy
              tenant: acme
              base-url: %s

            forms:
              register:
                path: /Login.jsp
                fields:
                  action: saveProfile        # the same page has a form to log in
                accepted-when:
                  redirect: /Wiki.jsp
                router: inbound-router
                lead:
                  FirstName:
                    value: ${fullname}
                    as: first-name
                  LastName:
                    value: ${fullname}
                    as: last-name
                  Company: "[not provided]"
                  Email: ${email}
                  LeadSource: Wiki
            """;

    /** A failure that leaves the circuit breaker closed, so that the tests do not disturb one another. */
    private static final Answer NO_BOOKER = Answer.json("{\"code\":8001,\"message\":\"no default booker\"}");

    /** What is new with every request or start: a session, the port, the name of a field against robots, the time. */
    private static final Pattern VARIES = Pattern.compile("[0-9A-F]{32}"
            + "|(?<=127\\.0\\.0\\.1:)\\d+"
            + "|(?<=<input type='hidden' name=')[a-z]{6}(?=')"
            + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|\\b\\d{13}\\b"
            + "|(?i)(\\w{3}, )?\\d\\d[ -]\\w{3}[ -]\\d{4} [\\d:]{5,8}( GMT)?");

    private FakeChiliPiper api;
    private Container with;
    private Container without;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        api = FakeChiliPiper.start();
        var starting = CompletableFuture.supplyAsync(() -> wiki(home.resolve("without"), site().withoutUsher()));
        with = wiki(home.resolve("with"), site().config(CONFIG.formatted(api.baseUrl())));
        without = starting.join();
    }

    private static App site() {
        return App.at(WIKI).war(Build.thirdPartyWar("jspwiki.war"));
    }

    /** It keeps its pages below the user's home. */
    private static Container wiki(Path home, App site) {
        try {
            return Container.of(ContainerKind.TOMCAT_9)
                    .with(site)
                    .jvm("-Duser.home=" + home)
                    .start();
        } catch (IOException failure) {
            throw new IllegalStateException("JSPWiki did not start", failure);
        }
    }

    @AfterAll
    void stop() {
        Stream.of(with, without, api).forEach(JspWikiOnTomcat9IT::close);
    }

    private static void close(AutoCloseable running) {
        try {
            if (running != null) {
                running.close();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @BeforeEach
    void forget() {
        api.reset();
    }

    private static Visitor at(Container container) {
        var visitor = container.visitor(WIKI);
        assertThat(visitor.get(REGISTER).text()).contains("name=\"fullname\"");
        return visitor;
    }

    private static Reply register(Visitor visitor, String loginName, String fullName) {
        return visitor.post(
                REGISTER,
                "redirect",
                "Main",
                "loginname",
                loginName,
                "password",
                "a secret",
                "password2",
                "a secret",
                "fullname",
                fullName,
                "email",
                loginName.isEmpty() ? "" : loginName + "@ae.example",
                "action",
                "saveProfile");
    }

    @Test
    void the_start_says_what_is_at_work() {
        assertThat(with.awaitLog("Usher 1.0: "))
                .contains("1 form (register), mode send")
                .contains(", sandbox " + api.baseUrl());
    }

    @Test
    void a_good_registration_ends_on_the_calendar_and_becomes_a_lead() {
        var visitor = at(with);

        var reply = register(visitor, "zoe", "Zoë Lovelace");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(303);
        assertThat(reply.header("Set-Cookie")).startsWith("JSPWikiAssertedName=Zo%C3%AB");
        assertThat(visitor.get(reply.location().toString()).text())
                .contains("content=\"0;url=" + api.calendarUrl().replace("&", "&amp;"));
        assertThat(api.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.uri().getPath()).isEqualTo("/marketing/acme"))
                .extracting(FakeChiliPiper.Call::body)
                .isEqualTo("{\"form\":{\"FirstName\":\"Zoë\",\"LastName\":\"Lovelace\",\"Company\":\"[not provided]\","
                        + "\"Email\":\"zoe@ae.example\",\"LeadSource\":\"Wiki\"},"
                        + "\"options\":{\"router\":\"inbound-router\"}}");
    }

    @Test
    void a_bad_registration_is_answered_by_the_sites_own_page_as_without_usher() {
        var expected = register(at(without), "", "Nobody");

        var reply = register(at(with), "", "Nobody");

        assertThat(reply.text()).contains("Login name cannot be blank");
        assertSame(reply, expected);
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void with_the_api_down_the_visitor_comes_to_the_page_that_the_site_chose() {
        api.answer(call -> NO_BOOKER);
        var visitor = at(with);
        var other = at(without);

        var handOff = register(visitor, "grace", "Grace Hopper");
        var expected = register(other, "grace", "Grace Hopper");

        assertThat(handOff.status()).isEqualTo(303);
        var back = visitor.get(handOff.location().toString());
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo(expected.header("Location"));
        assertSame(
                visitor.get(back.location().toString()),
                other.get(expected.location().toString()));
    }

    @Test
    void all_else_that_people_do_there_is_answered_as_without_usher() throws IOException {
        var walk = new Walk(at(with), at(without), JspWikiOnTomcat9IT::constant);
        var steps = new JspWikiWalk(walk);

        steps.pages();
        steps.files(files());
        steps.wrongTurns();
        steps.writing();
        steps.preferences();

        walk.write("walk-jspwiki.txt");
        assertThat(walk.differences()).isEmpty();
        assertThat(walk.requests()).isGreaterThan(200);
        assertThat(walk.counts()).containsOnlyKeys(Walk.Kind.values());
        assertThat(api.calls()).isEmpty();
    }

    private static List<String> files() throws IOException {
        try (var war = new ZipFile(Build.thirdPartyWar("jspwiki.war").toFile())) {
            return war.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("(images|scripts|favicons|templates|styles)/[\\w./-]*\\.\\w+"))
                    .filter(name -> !name.endsWith(".jsp"))
                    .map(name -> "/" + name)
                    .toList();
        }
    }

    private static void assertSame(Reply reply, Reply expected) {
        var walk = new Walk(new Visitor(reply.uri()), new Visitor(expected.uri()), JspWikiOnTomcat9IT::constant);
        walk.compare(reply.uri().getPath(), reply, expected);
        assertThat(walk.differences()).isEmpty();
    }

    /** Every byte of it, but for what varies. */
    private static String constant(String text) {
        return VARIES.matcher(text).replaceAll("…");
    }
}
