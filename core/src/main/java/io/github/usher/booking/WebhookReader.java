package io.github.usher.booking;

import io.github.usher.booking.BookingEvent.Change;
import io.github.usher.booking.BookingEvent.Source;
import io.github.usher.booking.WebhookBody.UnreadableException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the webhooks of both platforms, and the browser's report of a booking. Stateless; never throws.
 *
 * <p>The legacy body is documented by Chili Piper, and is also what the booking page tells the page that frames it. Of
 * the new platform's body the names are documented and the values of {@code type} are known in part.
 */
public final class WebhookReader {
    /** Longest body that is read, in bytes; a real one has some 300, of the new platform some 2,000. */
    public static final int LONGEST = 16 * 1024;

    private static final Map<String, Change> LEGACY = Map.of(
            "create", Change.CREATED,
            "reschedule", Change.RESCHEDULED_BY_PROSPECT,
            "agent_reschedule", Change.RESCHEDULED_BY_REP,
            "reassign", Change.REASSIGNED,
            "cancel", Change.CANCELLED_BY_REP,
            "prospect_cancel", Change.CANCELLED_BY_PROSPECT);

    private static final Map<String, Change> CONCIERGE = Map.of(
            "created", Change.CREATED,
            "updated", Change.UPDATED,
            "deleted", Change.CANCELLED,
            "canceled", Change.CANCELLED,
            "cancelled", Change.CANCELLED);

    private WebhookReader() {}

    public static ReadWebhook legacy(byte[] body, Instant now) {
        return ofLegacyShape(body, Source.LEGACY, now);
    }

    /** The {@code args} of the message {@code booking-confirmed}: the same shape, always a booking that was made. */
    public static ReadWebhook browser(byte[] body, Instant now) {
        var read = ofLegacyShape(body, Source.BROWSER, now);
        if (!(read instanceof ReadWebhook.Event heard)) {
            return read;
        }
        var event = heard.event();
        return new ReadWebhook.Event(
                new BookingEvent(
                        now,
                        Source.BROWSER,
                        Change.CREATED,
                        event.word(),
                        event.eventId(),
                        event.routeId(),
                        event.assignee(),
                        event.start(),
                        event.end()),
                null);
    }

    public static ReadWebhook concierge(byte[] bytes, Instant now) {
        return read(bytes, body -> {
            var word = word(body.text("type"));
            var id = body.text("assigneeIdChili");
            return new ReadWebhook.Event(
                    new BookingEvent(
                            now,
                            Source.CONCIERGE,
                            CONCIERGE.getOrDefault(word.toLowerCase(Locale.ROOT), Change.UNKNOWN),
                            word,
                            body.text("meetingIdChili"),
                            null,
                            id == null ? body.text("assigneeEmail") : id,
                            body.time("meetingStartTime"),
                            body.time("meetingEndTime")),
                    body.text("primaryGuestEmail"));
        });
    }

    private static ReadWebhook ofLegacyShape(byte[] bytes, Source source, Instant now) {
        return read(bytes, body -> {
            var word = word(body.text("actionType"));
            return new ReadWebhook.Event(
                    new BookingEvent(
                            now,
                            source,
                            LEGACY.getOrDefault(word, Change.UNKNOWN),
                            word,
                            body.text("eventId"),
                            body.text("routeId"),
                            body.text("assigneeId"),
                            body.time("slot.start"),
                            body.time("slot.end")),
                    null);
        });
    }

    private static ReadWebhook read(byte[] bytes, Shape shape) {
        try {
            return shape.of(WebhookBody.read(bytes));
        } catch (UnreadableException unreadable) {
            var why = unreadable.getMessage();
            return new ReadWebhook.Unreadable(why == null ? "the body cannot be read" : why);
        }
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }

    @FunctionalInterface
    private interface Shape {
        ReadWebhook of(WebhookBody body) throws UnreadableException;
    }
}
