package io.github.usher.demo.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** The calendar page {@code /book/QUEUE/}: GET shows it, POST books the picked time. */
public final class BookingServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Diary diary = Sandbox.of(getServletContext()).diary();
        if (request.getParameter("closed") != null) {
            PageOptions options = PageOptions.of(request);
            CalendarPages.show("closed.jsp", new Texts(options.locale()), request, response);
            return;
        }
        Optional<Meeting> booked = diary.meeting(PageOptions.text(request, "eventId"));
        if (booked.isPresent()) {
            var messages = new BrowserMessages().say("booking-confirmed", "create", booked.get());
            CalendarPages.showMeeting(booked.get(), "booked", messages, request, response);
            return;
        }
        CalendarPages.showCalendar(diary, route(request), false, false, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        var sandbox = Sandbox.of(getServletContext());
        Route route = route(request);
        LocalDate day = CalendarPages.pickedDay(request, LocalDate.MIN);
        Optional<Meeting> booked = sandbox.diary().book(route, day, CalendarPages.pickedTime(request));
        if (booked.isEmpty()) {
            CalendarPages.showCalendar(sandbox.diary(), route, false, true, request, response);
            return;
        }
        sandbox.webhooks().send("create", booked.get());
        String next = PageOptions.of(request).with("eventId", booked.get().eventId());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getRequestURI() + next);
    }

    private Route route(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String queue = path.replace("/", "");
        return Sandbox.of(getServletContext())
                .diary()
                .routeOrGuest(
                        PageOptions.text(request, "routeId"),
                        queue.isEmpty() ? "kickoff" : queue,
                        PageOptions.text(request, "locale"));
    }
}
