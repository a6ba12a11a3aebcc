package io.github.usher.demo.sandbox;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code calendar.jsp} shows.
 *
 * @param route whose calendar it is
 * @param rescheduling whether a meeting is being moved, and not made
 * @param options as the page was called
 * @param texts in the visitor's language
 * @param days those that can be picked
 * @param day the picked one
 * @param times the free times of that day
 * @param taken whether the time that was just picked had gone meanwhile
 * @param messages for the framing page
 */
public record CalendarView(
        Route route,
        boolean rescheduling,
        PageOptions options,
        Texts texts,
        List<LocalDate> days,
        LocalDate day,
        List<LocalTime> times,
        boolean taken,
        BrowserMessages messages) {
    /** Whole weeks, Monday to Sunday, that hold all days that can be picked. */
    public List<List<LocalDate>> weeks() {
        LocalDate monday = days.get(0).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate end = days.get(days.size() - 1).plusDays(1);
        return Stream.iterate(monday, first -> first.isBefore(end), first -> first.plusWeeks(1))
                .map(first ->
                        Stream.iterate(first, date -> date.plusDays(1)).limit(7).toList())
                .toList();
    }

    public boolean open(LocalDate date) {
        return days.contains(date);
    }
}
