package io.github.usher.config;

import io.github.usher.handoff.BookingParameter;
import io.github.usher.handoff.HandOff;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Place;
import io.github.usher.handoff.Show;
import io.github.usher.template.Template;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how the prospect goes on; the same keys stand in a form and in its rules. */
final class HandOffReader {
    private final Reading reading;
    private final boolean legacy;

    /** @param legacy whether booking pages take parameters */
    HandOffReader(Reading reading, boolean legacy) {
        this.reading = reading;
        this.legacy = legacy;
    }

    HandOff form(Section section) {
        var show = show(section);
        var liveCall = liveCall(section);
        var waits = visitorWaits(section);
        return new HandOff(
                show == null ? new Show.Redirect() : show,
                liveCall == null ? LiveCall.PREFER : liveCall,
                waits == null ? Duration.ofSeconds(8) : waits,
                place(section, "disqualified"),
                place(section, "fallback"),
                place(section, "booked"),
                place(section, "closed"),
                bookingPage(section));
    }

    @Nullable
    Show show(Section section) {
        return section.optional("show", HandOffReader::show);
    }

    private static Show show(String text) {
        if (text.startsWith("/") && text.length() > 1 && !text.contains("?")) {
            return new Show.Page(text);
        }
        if (text.contains("/") || text.endsWith(".jsp")) {
            throw Types.wrong(text, "no page of the site. Write its path inside the application, as /booking.jsp.");
        }
        var words = new LinkedHashMap<String, Show>();
        words.put("redirect", new Show.Redirect());
        words.put("frame", new Show.Frame());
        words.put("own-page", new Show.OwnPage());
        var known = words.get(text);
        if (known != null) {
            return known;
        }
        var near = Nearest.of(text, words.keySet());
        throw Types.wrong(
                text,
                "unknown. It is redirect, frame, own-page or the path of a JSP, as /booking.jsp."
                        + (near == null ? "" : " Did you mean " + near + "?"));
    }

    @Nullable
    LiveCall liveCall(Section section) {
        var words = new LinkedHashMap<String, LiveCall>();
        words.put("prefer", LiveCall.PREFER);
        words.put("offer", LiveCall.OFFER);
        words.put("ignore", LiveCall.IGNORE);
        return section.optional("live-call", text -> Types.oneOf(text, words));
    }

    @Nullable
    Duration visitorWaits(Section section) {
        var waits = section.optional("visitor-waits", Types::duration);
        if (waits != null && waits.compareTo(Duration.ofMinutes(1)) > 0) {
            reading.warning(
                    section.lineOf("visitor-waits"),
                    "visitor-waits: hardly a visitor waits longer than a minute. 8s is the default.");
        }
        return waits;
    }

    @Nullable
    Place place(Section section, String key) {
        return section.optional(key, HandOffReader::place);
    }

    private static Place place(String text) {
        boolean inside = text.startsWith("/") && !text.startsWith("//");
        boolean address = text.matches("(?i)https?://[^/\\s@]+(/\\S*)?");
        boolean place = inside || address;
        if (!place || text.matches(".*[\\s\\\\].*")) {
            throw Types.wrong(
                    text,
                    "no place. Write a path inside the application, as /thanks.jsp, or a whole address, as https://www.example.com/thanks.");
        }
        return new Place(text);
    }

    Map<String, Template> bookingPage(Section section) {
        var page = section.section("booking-page", Level.BOOKING_PAGE);
        var parameters = new LinkedHashMap<String, Template>();
        for (var entry : page.entries()) {
            var text = Level.BOOKING_PAGE.has(entry.key()) ? page.text(entry.key()) : null;
            var template = text == null ? null : reading.template(entry.key(), entry.line(), text);
            if (text != null && template != null) {
                parameters.put(entry.key(), template);
                if (template.isConstant() && !text.contains("${")) {
                    checkParameter(page, entry.key(), new Section.Item(text, entry.line()));
                }
            }
        }
        if (legacy && page.has("title") && !"true".equals(page.text("marketing"))) {
            reading.warning(page.lineOf("title"), "title: shows only with marketing: true beside it.");
        }
        return parameters;
    }

    private static void checkParameter(Section page, String key, Section.Item item) {
        BookingParameter.of(key).ifPresent(parameter -> page.typed(key, item, text -> checked(parameter.kind(), text)));
    }

    private static String checked(BookingParameter.Kind kind, String text) {
        if (kind == BookingParameter.Kind.SWITCH) {
            return String.valueOf(Types.bool(text));
        }
        if (!kind.takes(text)) {
            throw Types.wrong(
                    text,
                    switch (kind) {
                        case ADDRESS ->
                            "no whole address. Write it with its scheme, as https://www.example.com/thanks.";
                        case SECONDS -> "no number of seconds. Write it without a unit, as 5.";
                        default -> "no style. Write font, size and colour, as Roboto 22px 2F2F2F.";
                    });
        }
        return text;
    }
}
