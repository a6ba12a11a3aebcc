package io.github.usher.demo.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words, days and times of a booking page in the visitor's language; English where it is not spoken. */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;
    private final Locale locale;

    public Texts(Locale wanted) {
        words = ResourceBundle.getBundle(
                "io.github.usher.demo.sandbox.calendar", wanted, Texts.class.getClassLoader(), NO_FALLBACK);
        locale = words.getLocale().getLanguage().isEmpty() ? Locale.UK : words.getLocale();
    }

    public String language() {
        return locale.getLanguage();
    }

    public String get(String key) {
        return words.getString(key);
    }

    public String month(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("LLLL uuuu", locale));
    }

    public String weekday(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("EEE", locale));
    }

    public String day(LocalDate day) {
        return day.format(fullDate());
    }

    public String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm", locale));
    }

    public String moment(Instant at) {
        var start = at.atZone(Diary.ZONE);
        return start.format(fullDate()) + ", " + time(start.toLocalTime());
    }

    /** Such as "Wednesday, 25 November 2026", with the commas and stops of the language. */
    private DateTimeFormatter fullDate() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
    }
}
