package io.github.usher.mapping;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Dates from one form to another. */
final class Dates {
    private static final int LONGEST = 100;

    private Dates() {}

    /** The date in the form of {@code out}; empty where it does not have that of {@code in}, or is no day at all. */
    static Optional<String> convert(String text, Conversion.Date forms) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var date = forms.in().parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return isTheDayWritten(text, forms.in(), date) ? Optional.of(format(date, forms.out())) : Optional.empty();
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    /** A formatter that is not strict makes the 28th of the 31st of February. */
    private static boolean isTheDayWritten(String text, DateTimeFormatter in, TemporalAccessor date) {
        var written = in.parseUnresolved(text, new ParsePosition(0));
        return written == null
                || !written.isSupported(ChronoField.DAY_OF_MONTH)
                || written.getLong(ChronoField.DAY_OF_MONTH) == date.get(ChronoField.DAY_OF_MONTH);
    }

    private static String format(TemporalAccessor date, DateTimeFormatter out) {
        try {
            return out.format(date);
        } catch (DateTimeException needsTime) {
            if (date instanceof LocalDate day) {
                return out.format(day.atStartOfDay());
            }
            throw needsTime;
        }
    }
}
