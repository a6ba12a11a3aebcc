package io.github.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or an HTTP date. */
final class RetryAfter {
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** The wait, at most an hour; null where the header says none, one that is over, or nonsense. */
    static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        var text = header.strip();
        var wait = text.matches("[0-9]+") ? seconds(text) : until(text, now);
        if (wait == null || wait.isNegative() || wait.isZero()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            var then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, then.toInstant());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
