package io.github.usher.aftermath;

import io.github.usher.booking.BookingLinks;
import io.github.usher.config.NoticeKind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What the config at work asks to be told of. Immutable.
 *
 * @param kinds that some address of {@code notify} asks for
 * @param notBookedAfter of each form, by its name
 * @param links where bookings are moved and cancelled
 */
public record Wishes(Set<NoticeKind> kinds, Map<String, Duration> notBookedAfter, BookingLinks links) {
    /** Of a form that the config no longer has. */
    static final Duration NOT_BOOKED_AFTER = Duration.ofMinutes(30);

    public Wishes {
        kinds = Set.copyOf(kinds);
        notBookedAfter = Map.copyOf(notBookedAfter);
    }

    boolean asksFor(NoticeKind kind) {
        return kinds.contains(kind);
    }

    Duration notBookedAfter(String form) {
        return notBookedAfter.getOrDefault(form, NOT_BOOKED_AFTER);
    }
}
