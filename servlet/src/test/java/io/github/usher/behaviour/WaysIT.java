package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.App;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.FakeChiliPiper.Answer;
import io.github.usher.container.Reply;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sites that need it another way: other addresses, no async, sessions by URL, a mode that only watches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WaysIT {
    private static final Answer NO_BOOKER = Answer.json("{\"code\":8001,\"message\":\"no default booker\"}");

    private final ContainerKind kind;
    private FakeChiliPiper api;
    private Container container;

    WaysIT(ContainerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
        container = Container.of(kind)
                .with(site("/extension", "site:\n  base-path: /usher.do", "send", ""))
                .with(site("/sync", "", "send", "").webXml("""
                        <filter>
                          <filter-name>leads</filter-name>
                          <filter-class>%s</filter-class>
                        </filter>
                        <filter-mapping>
                          <filter-name>leads</filter-name>
                          <url-pattern>/*</url-pattern>
                          <dispatcher>REQUEST</dispatcher>
                          <dispatcher>FORWARD</dispatcher>
                        </filter-mapping>
                        """.formatted(kind.filterClass())))
                .with(site("/by-url", "", "send", "").webXml("""
                        <session-config><tracking-mode>URL</tracking-mode></session-config>
                        """))
                .with(site("/person", "", "send", "    same-person: {by: Email, within: 30m}\n"))
                .with(site("/observe", "", "observe", ""))
                .with(site("/trial", "trial-emails: \"*@ours.example\"", "trial", ""))
                .with(site("", "", "send", ""))
                .start();
    }

    private App site(String contextPath, String more, String mode, String ofForm) {
        return App.at(contextPath)
                .file("thanks.jsp", "<%@ page session=\"false\" %>Thanks <%= request.isRequestedSessionIdFromURL() %>")
                .file("redirect.jsp", """
                        <% session.setAttribute("a", "b");
                        response.sendRedirect(response.encodeRedirectURL(request.getContextPath() + "/thanks.jsp?x=1")); %>""")
                .config("""
                        mode: %s
                        %s
                        chilipiper:
                          platform: legacy
                          tenant: acme
                          base-url: %s
                        forms:
                          contact:
                            path: /redirect.jsp
                            accepted-when:
                              redirect: /thanks.jsp
                            router: inbound
                            visitor-waits: 5s
                        %s    lead:
                              LastName: ${last_name}
                              Email: ${email}
                        """.formatted(mode, more, api.baseUrl(), ofForm));
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

    private static Reply submit(Visitor visitor, String name, String email) {
        return visitor.post("/redirect.jsp", "last_name", name, "email", email);
    }

    private String onward() {
        return "content=\"0;url=" + api.calendarUrl().replace("&", "&amp;");
    }

    @Test
    void behind_a_front_server_that_forwards_only_an_extension_the_addresses_have_it() {
        var visitor = container.visitor("/extension");

        var reply = submit(visitor, "Ada", "ada@ae.example");

        assertThat(reply.location().getPath()).startsWith("/extension/usher.do");
        assertThat(reply.location().getQuery()).startsWith("booking=");
        assertThat(visitor.get(reply.location().toString()).text()).contains(onward());
        assertThat(visitor.get("/usher.do?ping").text()).isEqualTo("usher");
        assertThat(visitor.get("/usher.do?health").text()).isEqualTo("up");
    }

    @Test
    void there_the_progress_page_asks_again_at_an_address_with_the_extension() {
        var answered = new CountDownLatch(1);
        api.answer(call -> heldBack(answered));
        var visitor = container.visitor("/extension");
        var reply = submit(visitor, "Slow", "slow@ae.example");

        var progress = visitor.get(reply.location().toString());
        answered.countDown();

        assertThat(progress.text()).contains("content=\"0;url=?booking=").contains("&amp;wait\"");
        assertThat(visitor.get(reply.location() + "&wait").text()).contains(onward());
    }

    @Test
    void without_async_support_the_page_is_held_for_a_second_and_asks_again() {
        var answered = new CountDownLatch(1);
        api.answer(call -> heldBack(answered));
        var visitor = container.visitor("/sync");
        var reply = submit(visitor, "Slow", "slow@ae.example");

        var first = visitor.get(reply.location().toString());
        long start = System.nanoTime();
        var second = visitor.get(reply.location() + "?wait");
        long millis = (System.nanoTime() - start) / 1_000_000;
        answered.countDown();
        var third = visitor.get(reply.location() + "?wait");

        assertThat(first.text()).contains("role=\"progressbar\"");
        assertThat(second.text()).contains("role=\"progressbar\"");
        assertThat(millis).isBetween(900L, 2_500L);
        assertThat(third.text()).contains(onward());
    }

    @Test
    void a_session_that_stands_in_the_address_is_kept_for_whoever_has_it_and_for_nobody_else() {
        api.answer(call -> NO_BOOKER);
        var visitor = container.visitor("/by-url");

        var reply = submit(visitor, "Ada", "ada@ae.example");
        assertThat(reply.location().toString()).contains("/usher/booking/", ";jsessionid=");

        var own = visitor.get(reply.location().toString());
        assertThat(own.header("Location")).matches("/by-url/thanks\\.jsp;jsessionid=[^?]+\\?x=1");
        assertThat(visitor.get(own.location().toString()).text()).contains("Thanks true");

        var elsewhere = visitor.get(reply.location().toString().replaceAll(";jsessionid=[^?]+", ""));
        assertThat(elsewhere.header("Location")).isEqualTo("/by-url/thanks.jsp?x=1");
    }

    @Test
    void the_same_person_gets_the_first_calendar_again_though_a_value_has_changed() {
        var visitor = container.visitor("/person");

        var first = submit(visitor, "Ada", "ada@ae.example");
        var second = submit(visitor, "Ada Lovelace", "ada@ae.example");
        var third = submit(visitor, "Grace", "grace@ae.example");

        visitor.get(first.location().toString());
        visitor.get(third.location().toString());
        assertThat(third.location()).isNotEqualTo(first.location());
        assertThat(visitor.get(second.location().toString()).text()).contains(onward());
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void observe_changes_no_answer_and_says_what_it_would_send() {
        var visitor = container.visitor("/observe");

        var reply = submit(visitor, "Ada", "ada@ae.example");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location().getPath()).startsWith("/observe/thanks.jsp");
        container.awaitLog("Mode observe: It would be sent to router inbound with LastName, Email.");
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void observe_names_forms_that_belong_to_none() {
        container.visitor("/observe").post("/thanks.jsp", "a", "b");

        container.awaitLog("POST /thanks.jsp belongs to no form in usher.yaml.");
    }

    @Test
    void trial_sends_only_those_that_it_names() throws Exception {
        var visitor = container.visitor("/trial");

        assertThat(submit(visitor, "Ours", "ada@ours.example").location().getPath())
                .startsWith("/trial/usher/booking/");
        assertThat(submit(visitor, "Other", "eve@theirs.example").location().getPath())
                .startsWith("/trial/thanks.jsp");
        api.awaitCalls(1);
    }

    @Test
    void the_root_application_has_its_addresses_at_the_root() {
        var visitor = container.visitor("");

        var reply = submit(visitor, "Ada", "ada@ae.example");

        assertThat(reply.location().getPath()).startsWith("/usher/booking/");
        assertThat(visitor.get(reply.location().toString()).text()).contains(onward());
    }

    private Answer heldBack(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return api.calendar();
    }
}
