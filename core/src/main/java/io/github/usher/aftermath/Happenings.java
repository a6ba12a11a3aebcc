package io.github.usher.aftermath;

import io.github.usher.SubmissionEvent;
import io.github.usher.SubmissionEvent.Booking;
import io.github.usher.SubmissionEvent.Kind;
import io.github.usher.booking.BookingLife.Standing;
import io.github.usher.booking.BookingLinks;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a change of a submission is to code of the site. Pure. */
final class Happenings {
    private Happenings() {}

    /** Null where it is nothing to tell. */
    static @Nullable SubmissionEvent of(
            @Nullable Submission before, Submission after, BookingLinks links, Instant now) {
        var kind = before == null ? Kind.ACCEPTED : kind(before, after);
        return kind == null
                ? null
                : new SubmissionEvent(
                        kind,
                        after.id(),
                        after.form(),
                        after.state().words(),
                        after.progress().sentence(),
                        now,
                        after.request().form(),
                        booking(after, links));
    }

    private static @Nullable Kind kind(Submission before, Submission after) {
        var was = before.progress().trail().life();
        var is = after.progress().trail().life();
        if (!was.equals(is)) {
            return switch (is.standing()) {
                case BOOKED -> was.standing() == Standing.BOOKED ? Kind.CHANGED : Kind.BOOKED;
                case CANCELLED -> was.standing() == Standing.CANCELLED ? null : Kind.CANCELLED;
                case REPORTED -> Kind.REPORTED;
                case NOT_BOOKED -> null;
            };
        }
        return before.state() == after.state() ? null : ofState(after.state());
    }

    private static @Nullable Kind ofState(State state) {
        return switch (state) {
            case ROUTED -> Kind.ROUTED;
            case DISQUALIFIED -> Kind.DISQUALIFIED;
            case NEEDS_YOU -> Kind.NEEDS_YOU;
            default -> null;
        };
    }

    static @Nullable Booking booking(Submission submission, BookingLinks links) {
        var meeting = submission.progress().trail().life().meeting();
        return meeting == null
                ? null
                : new Booking(
                        meeting.eventId(),
                        meeting.assignee(),
                        meeting.lastChange().words(),
                        meeting.start(),
                        meeting.end(),
                        links.reschedule(meeting).orElse(null),
                        links.cancel(meeting).orElse(null));
    }
}
