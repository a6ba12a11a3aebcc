package io.github.usher.demo.sandbox;

import java.time.Instant;

/**
 * A booked meeting.
 *
 * @param eventId 24 hexadecimal digits
 * @param route the lead it is with
 * @param host who holds it, which a reassignment changes
 * @param start when it begins
 * @param end when it ends
 * @param cancelled whether it was called off
 */
public record Meeting(String eventId, Route route, Host host, Instant start, Instant end, boolean cancelled) {
    Meeting movedTo(Instant newStart) {
        return new Meeting(eventId, route, host, newStart, newStart.plus(Diary.LENGTH), false);
    }

    Meeting heldBy(Host other) {
        return new Meeting(eventId, route, other, start, end, cancelled);
    }

    Meeting calledOff() {
        return new Meeting(eventId, route, host, start, end, true);
    }
}
