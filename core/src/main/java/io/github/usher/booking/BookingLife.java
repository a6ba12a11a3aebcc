package io.github.usher.booking;

import io.github.usher.booking.BookingEvent.Change;
import io.github.usher.booking.BookingEvent.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a booking, computed from all that was heard of it. Pure.
 *
 * <p>What arrives late changes nothing that it could not have changed in time: a meeting that was cancelled stays
 * cancelled whatever is heard of its making, and its making never sets back a time or a rep that came later. Of two
 * moves of one meeting the one that arrived last counts, since nothing in them tells their order. What only a browser
 * reported makes no booking.
 *
 * @param meeting the one that stands, else the one that was cancelled last, else what the browser reported; null where
 *     nothing was heard
 */
public record BookingLife(Standing standing, @Nullable Meeting meeting) {
    private static final BookingLife NOTHING = new BookingLife(Standing.NOT_BOOKED, null);

    /** Where a booking stands. */
    public enum Standing {
        NOT_BOOKED,
        /** The visitor's browser said so; no webhook has confirmed it. */
        REPORTED,
        BOOKED,
        CANCELLED
    }

    /**
     * A meeting as it stands.
     *
     * @param eventId the sender's id; null where it sent none
     * @param source who speaks of it
     * @param lastChange what happened to it last
     */
    public record Meeting(
            @Nullable String eventId,
            Source source,
            Change lastChange,
            @Nullable String assignee,
            @Nullable Instant start,
            @Nullable Instant end) {}

    /** @param events in the order of their arrival */
    public static BookingLife of(List<BookingEvent> events) {
        var told = byMeeting(events.stream()
                .filter(event -> event.source() != Source.BROWSER && event.change() != Change.UNKNOWN)
                .toList());
        var standing = last(told, false);
        if (standing != null) {
            return new BookingLife(Standing.BOOKED, standing);
        }
        var cancelled = last(told, true);
        if (cancelled != null) {
            return new BookingLife(Standing.CANCELLED, cancelled);
        }
        return events.stream()
                .filter(event -> event.source() == Source.BROWSER && event.change() == Change.CREATED)
                .findFirst()
                .map(event -> new BookingLife(Standing.REPORTED, meeting(List.of(event))))
                .orElse(NOTHING);
    }

    /** Whether the visitor has a booking, as far as anybody said. */
    public boolean isTaken() {
        return standing == Standing.BOOKED || standing == Standing.REPORTED;
    }

    /** One sentence for the log and the admin, without anything personal. */
    public String sentence() {
        var change = meeting == null ? Change.UNKNOWN : meeting.lastChange();
        return switch (standing) {
            case NOT_BOOKED -> "Nothing was booked.";
            case REPORTED -> "The visitor's browser reported a booking; no webhook has confirmed it.";
            case BOOKED -> change == Change.CREATED ? "Booked." : "Booked, then " + change.words() + ".";
            case CANCELLED -> "The booking was " + change.words() + ".";
        };
    }

    private static List<Meeting> byMeeting(List<BookingEvent> events) {
        var byId = new LinkedHashMap<String, List<BookingEvent>>();
        for (var event : events) {
            var id = event.eventId();
            byId.computeIfAbsent(id == null ? "" : id, first -> new ArrayList<>())
                    .add(event);
        }
        return byId.values().stream().map(BookingLife::meeting).toList();
    }

    private static @Nullable Meeting last(List<Meeting> meetings, boolean cancelled) {
        return meetings.stream()
                .filter(meeting -> meeting.lastChange().isCancellation() == cancelled)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static Meeting meeting(List<BookingEvent> events) {
        var first = events.get(0);
        var change = Change.CREATED;
        BookingEvent time = null;
        BookingEvent rep = null;
        for (var event : events) {
            change = later(change, event.change());
            time = event.start() != null && says(event.change().isMove(), time, BookingLife::moves) ? event : time;
            rep = event.assignee() != null && says(assigns(event), rep, BookingLife::assigns) ? event : rep;
        }
        return new Meeting(
                first.eventId(),
                first.source(),
                change,
                rep == null ? null : rep.assignee(),
                time == null ? null : time.start(),
                time == null ? null : time.end());
    }

    /** Whether an event says more than what is known: it changes the matter, or nothing that changes it has come yet. */
    private static boolean says(
            boolean changes, @Nullable BookingEvent known, java.util.function.Predicate<BookingEvent> changed) {
        return changes || known == null || !changed.test(known);
    }

    private static boolean moves(BookingEvent event) {
        return event.change().isMove();
    }

    private static boolean assigns(BookingEvent event) {
        return event.change() == Change.REASSIGNED || event.change() == Change.UPDATED;
    }

    /** A cancellation is the end; the making of a meeting is news only while nothing else is known. */
    private static Change later(Change known, Change heard) {
        return known.isCancellation() || heard == Change.CREATED ? known : heard;
    }
}
