package io.github.usher.demo.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** What booking and rescheduling share: the calendar, and what was picked on it. */
final class CalendarPages {
    private static final String JSP = "/WEB-INF/sandbox/";

    private CalendarPages() {}

    static void showCalendar(
            Diary diary,
            Route route,
            boolean rescheduling,
            boolean taken,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        PageOptions options = PageOptions.of(request);
        List<LocalDate> days = diary.days();
        LocalDate day = pickedDay(request, firstWithTime(diary, route, days));
        List<LocalTime> times = diary.times(route.queue(), day);
        boolean empty =
                days.stream().allMatch(each -> diary.times(route.queue(), each).isEmpty());
        var messages = new BrowserMessages().say(empty ? "no-free-slots" : "availability-loaded");
        var view = new CalendarView(
                route, rescheduling, options, new Texts(options.locale()), days, day, times, taken, messages);
        show("calendar.jsp", view, request, response);
    }

    static void showMeeting(
            Meeting meeting,
            String state,
            BrowserMessages messages,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        PageOptions options = PageOptions.of(request);
        show(
                "meeting.jsp",
                new MeetingView(meeting, state, options, new Texts(options.locale()), messages),
                request,
                response);
    }

    static void show(String jsp, Object view, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        request.setAttribute("view", view);
        request.getRequestDispatcher(JSP + jsp).forward(request, response);
    }

    /** The day in the parameter of that name, or another day where it holds none. */
    static LocalDate pickedDay(HttpServletRequest request, LocalDate otherwise) {
        try {
            return LocalDate.parse(PageOptions.text(request, "day"));
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** The time in the parameter of that name; midnight, which is never free, where it holds none. */
    static LocalTime pickedTime(HttpServletRequest request) {
        try {
            return LocalTime.parse(PageOptions.text(request, "time"));
        } catch (DateTimeException e) {
            return LocalTime.MIDNIGHT;
        }
    }

    private static LocalDate firstWithTime(Diary diary, Route route, List<LocalDate> days) {
        return days.stream()
                .filter(day -> !diary.times(route.queue(), day).isEmpty())
                .findFirst()
                .orElse(days.get(0));
    }
}
