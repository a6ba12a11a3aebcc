package io.github.usher.booking;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was heard of a booking.
 *
 * @param receivedAt by this node's clock
 * @param source who said it
 * @param change what it says
 * @param word the sender's own word for that, at most {@value #LONGEST_TEXT} characters; empty where there was none
 * @param eventId the sender's id of the meeting; null where it sent none
 * @param routeId the API's id of the booking request; null where it sent none
 * @param assignee the sender's id of the rep; null where it sent none
 * @param start when the meeting begins; null where it sent none
 * @param end when it ends; null where it sent none
 */
public record BookingEvent(
        Instant receivedAt,
        Source source,
        Change change,
        String word,
        @Nullable String eventId,
        @Nullable String routeId,
        @Nullable String assignee,
        @Nullable Instant start,
        @Nullable Instant end) {
    /** Longest text of a webhook that is kept, in characters. A longer one is refused. */
    public static final int LONGEST_TEXT = 200;

    /** Whether it says the very same as another one. Only when it was heard may differ. */
    public boolean repeats(BookingEvent other) {
        return source == other.source
                && change == other.change
                && word.equals(other.word)
                && Objects.equals(eventId, other.eventId)
                && Objects.equals(routeId, other.routeId)
                && Objects.equals(assignee, other.assignee)
                && Objects.equals(start, other.start)
                && Objects.equals(end, other.end);
    }

    /** Who said it. */
    public enum Source {
        /** The webhook of the legacy platform, at the submission's own signed address. */
        LEGACY,
        /** The tenant's webhook of the new platform. */
        CONCIERGE,
        /** The booking page, through the visitor's browser: a hint and no proof. */
        BROWSER
    }

    /** What happened to the booking. */
    public enum Change {
        CREATED("booked"),
        RESCHEDULED_BY_PROSPECT("moved by the prospect"),
        RESCHEDULED_BY_REP("moved by the rep"),
        REASSIGNED("given to another rep"),
        /** The new platform does not say what was changed, nor by whom. */
        UPDATED("changed"),
        CANCELLED_BY_PROSPECT("cancelled by the prospect"),
        CANCELLED_BY_REP("cancelled by the rep"),
        /** The new platform does not say by whom. */
        CANCELLED("cancelled"),
        /** A word that is not known here. It is kept and changes nothing. */
        UNKNOWN("something else");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        /** As a timeline says it. */
        public String words() {
            return words;
        }

        public boolean isCancellation() {
            return this == CANCELLED_BY_PROSPECT || this == CANCELLED_BY_REP || this == CANCELLED;
        }

        boolean isMove() {
            return this == RESCHEDULED_BY_PROSPECT || this == RESCHEDULED_BY_REP || this == UPDATED;
        }
    }
}
