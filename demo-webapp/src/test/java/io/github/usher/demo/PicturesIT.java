package io.github.usher.demo;

import io.github.usher.demo.sandbox.Answer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pictures of what a prospect sees, in {@code target/pictures}; made with {@code mvn verify -Dpictures}. The one of the
 * README, {@code docs/images/demo-booking.png}, is a copy of {@code demo-booking.png}.
 */
@EnabledIfSystemProperty(named = "pictures", matches = ".*")
@ExtendWith(OnTomcat.class)
class PicturesIT {
    private static final int WIDTH = 1060;
    private static final int HEIGHT = 860;
    /** Shows the contact form down to its button. */
    private static final int LONG = 1110;
    /** What of the calendar's page is worth a picture. */
    private static final int CALENDAR_HEIGHT = 600;

    private static final String EMAIL = "ada@ae.example";
    private static final String CALENDAR = "What day is best for you?";

    private final Browser browser = Browser.start(true);
    private final Path folder = Path.of(System.getProperty("demo.target"), "pictures");

    @BeforeEach
    void size() throws IOException {
        Files.createDirectories(folder);
        browser.resize(WIDTH, HEIGHT);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void of_a_form_and_the_calendar_after_it(TomcatDemo demo) throws IOException {
        browser.resize(WIDTH, LONG);
        browser.fillIn(demo.url(), SiteForm.of("contact", EMAIL));
        var form = keep("form");
        browser.submit();
        browser.awaitTitle(CALENDAR);
        browser.find(".slots");
        var calendar = keep("calendar");

        Files.write(folder.resolve("demo-booking.png"), besideEachOther(form, calendar));
    }

    @Test
    void of_the_pages_of_the_hand_off(TomcatDemo demo) throws IOException {
        send(demo, "quote", Answer.BOOKED);
        inFrame(CALENDAR, "frame");
        send(demo, "training", Answer.BOOKED);
        browser.enterFrame();
        inFrame(CALENDAR, "site-page");
        send(demo, "brochure", Answer.BOOKED);
        browser.enterFrame();
        inFrame(CALENDAR, "tag");
        send(demo, "callback", Answer.LIVE_CALL);
        browser.awaitTitle("How would you like to talk to us?");
        keep("choice");
        send(demo, "demo", Answer.LIVE_CALL);
        browser.awaitTitle("Talk to us now");
        keep("live-call");
        send(demo, "kontakt", Answer.BOOKED);
        browser.awaitTitle("Welcher Tag");
        keep("calendar-de");
    }

    @Test
    void of_what_comes_when_the_api_is_slow_or_has_no_calendar(TomcatDemo demo) throws IOException {
        send(demo, "service", Answer.SLOW_3);
        browser.awaitPassingTitle("One moment, please");
        Files.write(folder.resolve("progress.png"), browser.passingPicture());
        browser.awaitTitle(CALENDAR);
        send(demo, "contact", Answer.CODE_8003);
        browser.awaitTitle("Thank you");
        keep("thank-you");
        send(demo, "brochure", Answer.CODE_8003);
        inFrame("Call us", "tag-without-calendar");
        demo.sandbox().pick(Answer.BOOKED);
    }

    private void send(TomcatDemo demo, String form, Answer answer) {
        demo.sandbox().pick(answer);
        // What is sent twice is answered as it was before: each is somebody else's.
        browser.fillIn(demo.url(), SiteForm.of(form, answer.name().toLowerCase(Locale.ROOT) + "." + EMAIL));
        browser.submit();
    }

    private void inFrame(String text, String name) throws IOException {
        browser.enterFrame();
        browser.awaitText(text);
        keep(name);
    }

    private byte[] keep(String name) throws IOException {
        var picture = browser.picture();
        Files.write(folder.resolve(name + ".png"), picture);
        return picture;
    }

    /** Both pictures side by side on a grey ground, as a README can show them. */
    private static byte[] besideEachOther(byte[] left, byte[] right) throws IOException {
        var first = ImageIO.read(new ByteArrayInputStream(left));
        var page = ImageIO.read(new ByteArrayInputStream(right));
        var second = page.getSubimage(0, 0, page.getWidth(), CALENDAR_HEIGHT);
        int gap = 40;
        int width = first.getWidth() + second.getWidth() + 3 * gap;
        int height = first.getHeight() + 2 * gap;
        double scale = 1400.0 / width;
        var whole = new BufferedImage(1400, (int) (height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = whole.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        canvas.setColor(new Color(0xd9dee5));
        canvas.fillRect(0, 0, whole.getWidth(), whole.getHeight());
        canvas.scale(scale, scale);
        canvas.drawImage(first, gap, gap, null);
        canvas.drawImage(second, first.getWidth() + 2 * gap, (height - CALENDAR_HEIGHT) / 2, null);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(whole, "png", out);
        return out.toByteArray();
    }
}
