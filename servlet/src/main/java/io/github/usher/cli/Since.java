package io.github.usher.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time in the past, as one types it: {@code 30m}, {@code 2h}, {@code 2d}, a day as {@code 2026-05-04}, or an instant. */
final class Since {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})\\s*(m|h|d)");

    private Since() {}

    /** As an ISO instant; null where nothing was typed. */
    static @Nullable String instant(@Nullable String typed, Instant now) {
        if (typed == null) {
            return null;
        }
        var ago = AGO.matcher(typed.strip());
        if (ago.matches()) {
            long number = Long.parseLong(ago.group(1));
            var length = switch (ago.group(2)) {
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
            return now.minus(length).toString();
        }
        try {
            return typed.length() == 10
                    ? LocalDate.parse(typed)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant()
                            .toString()
                    : Instant.parse(typed).toString();
        } catch (DateTimeException wrong) {
            throw new UsageException("--since " + typed
                    + " is no time. Write 30m, 2h or 2d for as long ago, a day as 2026-05-04, or 2026-05-04T10:00:00Z.");
        }
    }
}
