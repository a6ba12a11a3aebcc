package io.github.usher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.demo.sandbox.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What happens after the calendar has come, in a real browser: a prospect's whole life, and what the page that frames the
 * calendar makes of its messages. Pictures of each step are in {@code target/pictures/life}.
 */
@ExtendWith(OnTomcat.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AfterHandOffIT {
    private static final String CALENDAR = "What day is best for you?";
    private static final Pattern SUBMISSION = Pattern.compile("\"webHook\" : \"[^\"]*/webhook/([0-9A-Z]{12})/");
    private static final AtomicInteger PROSPECTS = new AtomicInteger();

    private final Path folder = Path.of(System.getProperty("demo.target"), "pictures", "life");
    private final TomcatDemo demo;
    private final String site;
    private final SandboxControl sandbox;
    private final Browser browser = Browser.start(true);

    AfterHandOffIT(TomcatDemo demo) {
        this.demo = demo;
        this.site = demo.url();
        this.sandbox = demo.sandbox();
    }

    @BeforeAll
    void folder() throws IOException {
        Files.createDirectories(folder);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void all_is_forgotten() {
        sandbox.press("clear=true");
        sandbox.pick(Answer.BOOKED);
    }

    @Test
    void a_prospect_books_in_the_frame_then_moves_and_then_cancels() throws Exception {
        var email = prospect();
        browser.fillIn(site, SiteForm.of("quote", email));
        picture("1-form");
        browser.submit();
        browser.awaitTitle("Choose a time for your meeting");
        browser.enterFrame();
        browser.awaitText(CALENDAR);
        picture("2-calendar-in-the-frame");
        var id = submission(email);

        book();
        picture("3-booked");
        awaitLog(id, "booked. It is booked.");
        browser.awaitAddress(address -> address.startsWith(site + "/quote-received.jsp"));
        picture("4-the-sites-own-page");

        var event = event();
        assertThat(demo.shownByTheCommandLine(id))
                .contains(
                        "To move the meeting: " + site + "/sandbox/book/reschedule?rescheduleId=" + event,
                        "To cancel it: " + site + "/sandbox/book/cancel/" + event);
        browser.open(site + "/sandbox/book/reschedule?rescheduleId=" + event, ".slots label");
        picture("5-reschedule");
        browser.click(".slots label");
        browser.click("form.times button");
        browser.awaitText("moved");
        picture("6-moved");
        awaitLog(id, "moved by the prospect. It is booked.");

        browser.open(site + "/sandbox/book/cancel/" + event, "form button");
        picture("7-cancel");
        browser.click("form button");
        browser.awaitText("cancelled");
        picture("8-cancelled");
        awaitLog(id, "cancelled by the prospect. It is cancelled.");
        browser.open(site + "/sandbox/", "h1");
        picture("9-the-sandbox-saw-it");
        var shown = demo.shownByTheCommandLine(id);
        Files.writeString(folder.resolve("submissions-show.txt"), shown);
        assertThat(shown.substring(shown.indexOf("Timeline")))
                .containsSubsequence(
                        "accepted",
                        "Routed to a calendar",
                        "booked",
                        "moved by the prospect",
                        "cancelled by the prospect");
        assertThat(demo.log()).noneMatch(line -> line.contains(email));
    }

    @Test
    void a_tag_s_frame_tells_the_site_s_data_layer_and_grows_and_stays_on_the_page() throws IOException {
        browser.fillIn(site, SiteForm.of("brochure", prospect()));
        browser.submit();
        browser.awaitText("Your brochure is ready");
        browser.enterFrame();
        browser.enterFrame();
        browser.awaitText(CALENDAR);
        message("{action: 'SetIframeSize', args: {width: 900, height: 1111}}");
        browser.leaveFrame();
        awaitEvents("usher_routed", "usher_shown");
        browser.await(
                "the frame to have the height that the calendar asked for",
                () -> height("return document.querySelector('iframe').getBoundingClientRect().height") > 1111);

        browser.enterFrame();
        browser.enterFrame();
        browser.click(".slots label");
        browser.click("form.times button");
        browser.leaveFrame();

        awaitEvents("usher_routed", "usher_shown", "usher_booked");
        picture("tag-booked");
        assertThat(browser.run("return JSON.stringify(window.dataLayer)").toString())
                .matches("\\[(\\{\"event\":\"usher_[a-z]+\",\"usher_submission\":\"[0-9A-Z]{12}\"},?)+]");
        assertThat(browser.find("h1").getText()).isEqualTo("Your brochure is ready");
    }

    @Test
    void a_full_calendar_is_said_with_a_way_on() throws IOException {
        sandbox.pick(Answer.NO_FREE_SLOTS);
        browser.fillIn(site, SiteForm.of("quote", prospect()));
        browser.submit();

        browser.awaitTextIn("#said", "There are no free times at the moment.");
        picture("no-free-times");
        browser.click("#onward");

        browser.awaitAddress(address -> address.startsWith(site + "/quote-received.jsp"));
    }

    @Test
    void where_the_tag_has_a_body_that_stands_in_the_place_of_a_full_calendar() {
        sandbox.pick(Answer.NO_FREE_SLOTS);
        browser.fillIn(site, SiteForm.of("brochure", prospect()));
        browser.submit();
        browser.awaitText("Your brochure is ready");
        browser.enterFrame();

        browser.awaitText("Call us on 0121 496 0180");
    }

    @Test
    void closing_the_calendar_leads_on_to_the_site_s_own_page() {
        framed();
        message("{action: 'close'}");

        browser.awaitAddress(address -> address.startsWith(site + "/quote-received.jsp"));
    }

    @Test
    void a_message_as_a_text_of_json_is_understood_too() {
        framed();
        message("JSON.stringify({action: 'close'})");

        browser.awaitAddress(address -> address.startsWith(site + "/quote-received.jsp"));
    }

    @Test
    void a_redirect_is_followed_to_the_site_itself() {
        framed();
        message("{action: 'REDIRECT', url: location.origin + '/about.do'}");

        browser.awaitAddress(address -> address.equals(site + "/about.do"));
    }

    @Test
    void a_redirect_to_anywhere_else_a_size_out_of_all_bounds_and_nonsense_change_nothing() {
        framed();
        for (var evil : new String[] {
            "'https://evil.example/'",
            "'https://chilipiper.com.evil.example/'",
            "'https://evilchilipiper.com/'",
            "'https://chilipiper.com@evil.example/'",
            "'javascript:document.title=1'",
            "'data:text/html,x'",
            "'//evil.example/'",
            "'/about.do'",
            "{}"
        }) {
            message("{action: 'REDIRECT', url: " + evil + "}");
        }
        message("'{no json'");
        message("null");
        message("7");
        message("{action: 'SetIframeSize', args: {height: -1}}");
        message("{action: 'SetIframeSize', args: {height: 'x'}}");
        message("{action: 'SetIframeSize', args: {height: 1e9, width: 1e9}}");

        browser.leaveFrame();
        browser.await(
                "the largest height that is taken",
                () -> height("return document.querySelector('iframe').getBoundingClientRect().height") == 3000);
        assertThat(browser.address()).startsWith(site + "/usher/booking/");
    }

    @Test
    void a_message_of_anybody_else_is_not_heard() {
        framed();
        browser.run("var other = document.createElement('iframe'); document.body.append(other);"
                + "other.contentWindow.eval(\"top.postMessage({action: 'close'}, '*')\");");
        browser.leaveFrame();
        browser.run("window.postMessage({action: 'close'}, '*');"
                + "window.addEventListener('message', function () { window.heard = (window.heard || 0) + 1; });"
                + "window.postMessage({action: 'REDIRECT', url: location.origin + '/about.do'}, '*');");

        browser.await(
                "the messages to have come",
                () -> !browser.run("return window.heard").equals(""));
        assertThat(browser.address()).startsWith(site + "/usher/booking/");
        assertThat(browser.find("#said").getText()).isEmpty();
    }

    @Test
    void a_booking_that_only_the_browser_reports_is_kept_as_such() {
        var email = prospect();
        sandbox.press("hold=true");
        framed(email);
        var id = submission(email);

        browser.click(".slots label");
        browser.click("form.times button");

        awaitLog(id, "booked. It is routed.");
        sandbox.press("hold=false");
        awaitLog(id, "booked. It is booked.");
    }

    @Test
    void webhooks_in_the_wrong_order_a_hundred_times_and_with_a_letter_changed_end_in_the_right_state() {
        var email = prospect();
        sandbox.press("hold=true");
        framed(email);
        var id = submission(email);
        book();
        sandbox.press("rep=agent_reschedule&eventId=" + event());
        sandbox.press("rep=cancel&eventId=" + event());

        sandbox.press("hold=false");
        awaitLog(id, "cancelled by the rep. It is cancelled.");
        awaitLog(id, "booked. It is cancelled.");
        var delivery = delivery();
        sandbox.press("again=" + delivery + "&often=true");
        sandbox.press("again=" + delivery + "&changed=true");

        browser.await("all answers", () -> answers("answered 200") == 103 && answers("answered 403") == 1);
        assertThat(demo.log().stream().filter(line -> line.contains(id + ": cancelled by the rep")))
                .hasSize(1);
    }

    @Test
    void the_new_platform_s_webhook_is_taken_signed_and_refused_otherwise() {
        var email = prospect();
        sandbox.press("hold=true");
        framed(email);
        var id = submission(email);
        book();
        var event = event();
        for (var signature : new String[] {"UNSIGNED", "FORGED", "YESTERDAY", "SIGNED"}) {
            sandbox.press("concierge=" + signature + "&eventId=" + event);
        }
        sandbox.press("hold=false");

        browser.await("all answers", () -> answers("answered 403") == 3 && answers("answered 200") == 2);
        awaitLog(id, "booked. It is booked.");
    }

    private void framed() {
        framed(prospect());
    }

    /** The calendar in a frame, which is entered. */
    private void framed(String email) {
        browser.fillIn(site, SiteForm.of("quote", email));
        browser.submit();
        browser.awaitTitle("Choose a time for your meeting");
        browser.enterFrame();
        browser.awaitText(CALENDAR);
    }

    private void book() {
        browser.click(".slots label");
        browser.click("form.times button");
        browser.leaveFrame();
        browser.awaitTextIn("#said", "Your meeting is booked.");
    }

    private void message(String message) {
        browser.run("parent.postMessage(" + message + ", '*')");
    }

    private double height(String script) {
        return ((Number) browser.run(script)).doubleValue();
    }

    private void awaitEvents(String... events) {
        browser.await(
                String.join(", ", events),
                () -> browser.run("return window.dataLayer.map(function (each) { return each.event; }).join(' ')")
                        .equals(String.join(" ", events)));
    }

    private String submission(String email) {
        var found = SUBMISSION.matcher(sandbox.callsWith(email).get(0).body().toPrettyString());
        assertThat(found.find()).as("the address for webhooks in the request").isTrue();
        return found.group(1);
    }

    /** The only meeting that the sandbox knows. */
    private String event() {
        var found = Pattern.compile("name=\"eventId\" value=\"([0-9a-f]{24})\"").matcher(sandbox.page());
        assertThat(found.find()).as("a meeting in the sandbox").isTrue();
        return found.group(1);
    }

    /** The number of a webhook that was sent. */
    private String delivery() {
        var found = Pattern.compile("name=\"again\" value=\"(\\d+)\"").matcher(sandbox.page());
        assertThat(found.find()).as("a webhook in the sandbox").isTrue();
        return found.group(1);
    }

    private int answers(String outcome) {
        return sandbox.page().split(Pattern.quote("<td>" + outcome), -1).length - 1;
    }

    private void awaitLog(String id, String words) {
        browser.await(
                "the log to say: " + words,
                () -> demo.log().stream().anyMatch(line -> line.contains("submission " + id + ": " + words)));
    }

    private void picture(String name) throws IOException {
        Files.write(folder.resolve(name + ".png"), browser.picture());
    }

    private static String prospect() {
        return "life." + PROSPECTS.incrementAndGet() + "@ae.example";
    }
}
