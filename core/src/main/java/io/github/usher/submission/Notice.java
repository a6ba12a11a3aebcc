package io.github.usher.submission;

import io.github.usher.config.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that people and other systems are still to be told. It is kept in its submission, so that it is committed
 * with the change that it tells of, and leaves when all have taken it.
 *
 * @param at when that happened
 * @param due when it is told, or told again
 * @param attempts rounds in which somebody did not take it
 * @param takenBy addresses that have taken it already
 */
public record Notice(NoticeKind kind, Instant at, Instant due, int attempts, List<String> takenBy) {
    public Notice {
        takenBy = List.copyOf(takenBy);
    }

    public static Notice of(NoticeKind kind, Instant at, Instant due) {
        return new Notice(kind, at, due, 0, List.of());
    }

    /** Whether both tell of the same. */
    public boolean isSame(Notice other) {
        return kind == other.kind && at.equals(other.at);
    }

    public Notice dueAt(Instant time) {
        return new Notice(kind, at, time, attempts, takenBy);
    }

    /** After a round in which these took it and others did not. */
    public Notice again(List<String> took, Instant time) {
        var all = Stream.concat(takenBy.stream(), took.stream()).distinct().toList();
        return new Notice(kind, at, time, attempts + 1, all);
    }
}
