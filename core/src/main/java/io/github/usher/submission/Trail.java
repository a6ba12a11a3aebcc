package io.github.usher.submission;

import io.github.usher.booking.BookingEvent;
import io.github.usher.booking.BookingEvent.Change;
import io.github.usher.booking.BookingLife;
import io.github.usher.config.NoticeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a submission leaves behind on its way: the states that it was in, what was heard of its booking, and what is
 * still to be told of it. Immutable.
 *
 * @param steps the states that it came to, oldest first, at most {@value #MOST_STEPS}
 * @param events what was heard of its booking, in order of arrival, at most {@value #MOST_EVENTS}
 * @param notices what is still to be told
 */
public record Trail(List<Step> steps, List<BookingEvent> events, List<Notice> notices) {
    public static final int MOST_STEPS = 50;
    public static final int MOST_EVENTS = 200;

    private static final Trail EMPTY = new Trail(List.of(), List.of(), List.of());

    public Trail {
        steps = List.copyOf(steps);
        events = List.copyOf(events);
        notices = List.copyOf(notices);
    }

    /**
     * A state that it came to.
     *
     * @param sentence why, without personal data
     */
    public record Step(Instant at, State state, String sentence) {}

    public static Trail empty() {
        return EMPTY;
    }

    /** What has become of its booking. */
    public BookingLife life() {
        return BookingLife.of(events);
    }

    /** When something is to be told next; null where nothing is. */
    public @Nullable Instant nextNotice() {
        return notices.stream().map(Notice::due).min(Instant::compareTo).orElse(null);
    }

    /** With one more state; the oldest makes room. */
    public Trail withStep(Step step) {
        var longer = Stream.concat(steps.stream(), Stream.of(step))
                .skip(Math.max(0, steps.size() + 1 - MOST_STEPS))
                .toList();
        return new Trail(longer, events, notices);
    }

    /** Whether the very same was heard before. */
    public boolean has(BookingEvent event) {
        return events.stream().anyMatch(event::repeats);
    }

    /**
     * With one more event; itself where that was heard before. Where there are too many, an early one that neither made
     * nor ended a booking makes room.
     */
    public Trail withEvent(BookingEvent event) {
        if (has(event)) {
            return this;
        }
        var longer = new ArrayList<>(events);
        longer.add(event);
        if (longer.size() > MOST_EVENTS) {
            longer.remove(longer.stream()
                    .filter(early ->
                            early.change() != Change.CREATED && !early.change().isCancellation())
                    .findFirst()
                    .orElse(longer.get(0)));
        }
        return new Trail(steps, longer, notices);
    }

    public Trail withNotice(Notice notice) {
        return new Trail(
                steps,
                events,
                Stream.concat(notices.stream(), Stream.of(notice)).toList());
    }

    public Trail withoutNotices(NoticeKind kind) {
        return new Trail(
                steps,
                events,
                notices.stream().filter(notice -> notice.kind() != kind).toList());
    }

    /** With that notice as the change makes it; without it where the change gives nothing. */
    public Trail withNoticeChanged(Notice which, Function<Notice, Optional<Notice>> change) {
        var changed = notices.stream()
                .flatMap(notice -> notice.isSame(which) ? change.apply(notice).stream() : Stream.of(notice))
                .toList();
        return new Trail(steps, events, changed);
    }
}
