package io.github.usher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.demo.sandbox.Answer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A prospect goes through every form of the demo, from the site's page to the calendar, in a real browser. */
@ExtendWith(OnTomcat.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BookingSuite {
    private static final String CALENDAR = "What day is best for you?";
    private static final AtomicInteger PROSPECTS = new AtomicInteger();

    private final String site;
    private final SandboxControl sandbox;
    private final Browser browser;
    private final boolean javaScript;

    BookingSuite(TomcatDemo demo, boolean javaScript) {
        this.javaScript = javaScript;
        site = demo.url();
        sandbox = demo.sandbox();
        browser = Browser.start(javaScript);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void a_calendar_is_what_the_api_answers() {
        sandbox.pick(Answer.BOOKED);
    }

    @Test
    void scripts_run_in_this_browser_only_where_it_says_so() {
        browser.open("data:text/html,<title>off</title><script>document.title='on'</script><p>", "p");

        browser.awaitTitle(javaScript ? "on" : "off");
    }

    @ParameterizedTest
    @CsvSource({
        "contact, aldgate-inbound",
        "demo, aldgate-demo",
        "callback, aldgate-callback",
        "service, aldgate-service",
    })
    void a_good_form_leads_to_the_calendar_of_its_router(String form, String router) {
        var email = send(form);

        browser.awaitTitle(CALENDAR);

        assertThat(browser.address()).startsWith(site + "/sandbox/book/" + router + "/");
        assertHandledAndRoutedOnce(email);
    }

    @Test
    void a_form_that_nothing_on_the_site_handles_leads_to_the_calendar_too() {
        var email = send("showroom");

        browser.awaitTitle(CALENDAR);

        assertThat(browser.address()).startsWith(site + "/sandbox/book/aldgate-showroom/");
        assertThat(sandbox.callsWith(email)).hasSize(1);
        assertThat(sandbox.inboxEntriesWith(email)).isZero();
    }

    @Test
    void a_german_form_in_its_old_encoding_leads_to_a_german_calendar() {
        var email = send("kontakt");

        browser.awaitTitle("Welcher Tag passt Ihnen am besten?");

        assertHandledAndRoutedOnce(email);
        assertThat(sandbox.callsWith(email).get(0).body().toString())
                .contains("Jörg", "Weiß Feinmechanik", "Größe 40 mm");
    }

    @Test
    void the_calendar_of_a_quote_stands_in_a_frame() {
        var email = send("quote");

        browser.awaitTitle("Choose a time for your meeting");

        assertThat(browser.address()).startsWith(site + "/usher/booking/");
        browser.enterFrame();
        browser.awaitText("Talk to the engineer who works out your price");
        assertHandledAndRoutedOnce(email);
    }

    @Test
    void the_calendar_of_a_training_stands_in_a_page_of_the_site() {
        var email = send("training");

        browser.awaitTitle("Pick a time | Aldgate Machine Tools");

        browser.enterFrame();
        browser.enterFrame();
        browser.awaitText(CALENDAR);
        assertHandledAndRoutedOnce(email);
    }

    @Test
    void the_calendar_of_a_brochure_stands_where_the_tag_is() {
        var email = send("brochure");

        browser.awaitText("Your brochure is ready");

        browser.enterFrame();
        browser.enterFrame();
        browser.awaitText(CALENDAR);
        assertHandledAndRoutedOnce(email);
    }

    @Test
    void a_newsletter_ends_on_the_site_s_own_page_and_its_lead_is_routed() {
        var email = send("newsletter");

        browser.awaitAddress(address -> address.startsWith(site + "/newsletter-thanks.jsp?ref=AMT-"));

        browser.await("the lead", () -> sandbox.callsWith(email).size() == 1);
        assertHandledAndRoutedOnce(email);
    }

    @ParameterizedTest
    @CsvSource({"live, Talk to us now, /sandbox/live/", "calendar, What day is best for you?, /sandbox/book/"})
    void where_somebody_is_free_the_prospect_chooses(String choice, String title, String path) {
        sandbox.pick(Answer.LIVE_CALL);
        var email = send("callback");
        browser.awaitTitle("How would you like to talk to us?");

        browser.click(choice.equals("live") ? ".choice li:first-child a" : ".choice li:last-child a");
        browser.awaitTitle(title);

        assertThat(browser.address()).startsWith(site + path + "aldgate-callback/");
        assertHandledAndRoutedOnce(email);
    }

    @Test
    void a_live_call_is_preferred_where_the_form_says_so() {
        sandbox.pick(Answer.LIVE_CALL);
        var email = send("demo");

        browser.awaitTitle("Talk to us now");

        assertThat(browser.address()).startsWith(site + "/sandbox/live/aldgate-demo/");
        assertHandledAndRoutedOnce(email);
    }

    @Test
    void while_the_api_takes_its_time_a_page_says_so_and_then_the_calendar_comes() {
        sandbox.pick(Answer.SLOW_3);
        var email = send("contact");

        browser.awaitPassingTitle("One moment, please");
        browser.awaitTitle(CALENDAR);

        assertHandledAndRoutedOnce(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "demo", "quote", "callback", "brochure"})
    void a_form_that_the_site_refuses_is_the_site_s_own_page(String form) {
        var email = prospect();
        var filled = SiteForm.of(form, email);
        filled.fields().remove(filled.fields().keySet().iterator().next());
        browser.fillIn(site, filled);

        browser.submit();

        browser.awaitText("Please check the fields marked below.");
        assertThat(browser.address()).isEqualTo(site + filled.page());
        assertThat(sandbox.callsWith(email)).isEmpty();
        assertThat(sandbox.inboxEntriesWith(email)).isZero();
    }

    @Test
    void with_the_api_down_every_prospect_is_on_the_site_s_own_page_and_the_leads_go_out_later() {
        sandbox.pick(Answer.DOWN);

        var contact = send("contact");
        browser.awaitAddress(address -> address.startsWith(site + "/thanks.jsp?ref=AMT-"));
        browser.awaitTitle("Thank you");
        var demo = send("demo");
        browser.awaitText("Your demo is on its way");
        var brochure = send("brochure");
        browser.awaitText("Your brochure is ready");
        browser.enterFrame();
        browser.awaitText("Call us on 0121 496 0180");
        var showroom = send("showroom");
        browser.awaitAddress(address -> address.startsWith(site + "/showroom-thanks.jsp"));

        sandbox.pick(Answer.BOOKED);
        for (var email : List.of(contact, demo, brochure, showroom)) {
            browser.await(
                    "the lead of " + email,
                    () -> sandbox.callsWith(email).stream().anyMatch(call -> call.isAnsweredWith(Answer.BOOKED)));
        }
        for (var email : List.of(contact, demo, brochure)) {
            assertThat(sandbox.inboxEntriesWith(email)).isEqualTo(1);
        }
    }

    @Test
    void a_time_that_was_picked_is_a_meeting_and_the_site_s_thank_you_page_comes_after_it() {
        send("contact");
        browser.awaitTitle(CALENDAR);

        browser.click(".slots label");
        browser.click("form.times button");

        browser.awaitAddress(address -> address.startsWith(site + "/sandbox/book/"));
        assertThat(browser.find("#next").getDomAttribute("href")).isEqualTo(site + "/thanks.jsp");
    }

    /** Fills in the form and sends it; gives the e-mail address by which it is known. */
    private String send(String form) {
        var email = prospect();
        browser.fillIn(site, SiteForm.of(form, email));
        browser.submit();
        return email;
    }

    private static String prospect() {
        return "ada." + PROSPECTS.incrementAndGet() + "@ae.example";
    }

    private void assertHandledAndRoutedOnce(String email) {
        assertThat(sandbox.inboxEntriesWith(email))
                .as("entries in the site's inbox")
                .isEqualTo(1);
        assertThat(sandbox.callsWith(email)).as("calls of the API").hasSize(1);
    }
}
