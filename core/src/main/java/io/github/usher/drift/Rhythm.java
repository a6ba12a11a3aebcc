package io.github.usher.drift;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a form is usually quiet between two submissions, nights and weekends included. */
final class Rhythm {
    /** Before so many submissions, and so many days, there is no rhythm. */
    private static final int FEWEST = 20;

    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofHours(6);
    private static final int TIMES_LONGEST = 2;

    private @Nullable Instant first;
    private @Nullable Instant last;
    private Duration longest = Duration.ZERO;
    private int came;
    private boolean told;

    void came(Instant now) {
        var before = last;
        if (before != null && !told) {
            var gap = Duration.between(before, now);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        first = first == null ? now : first;
        last = now;
        came++;
        told = false;
    }

    /** How long it has been quiet, where that has just now become too long; null where all is well, or it was told. */
    @Nullable
    Duration silence(Instant now) {
        var from = first;
        var since = last;
        if (told || from == null || since == null || came < FEWEST) {
            return null;
        }
        var quiet = Duration.between(since, now);
        boolean known = Duration.between(from, since).compareTo(A_WEEK) >= 0;
        var allowed = longest.multipliedBy(TIMES_LONGEST);
        if (!known || quiet.compareTo(allowed) <= 0 || quiet.compareTo(SHORTEST) <= 0) {
            return null;
        }
        told = true;
        return quiet;
    }

    Duration longest() {
        return longest;
    }
}
