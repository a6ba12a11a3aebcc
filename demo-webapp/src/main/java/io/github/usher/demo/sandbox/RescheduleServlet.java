package io.github.usher.demo.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** The page {@code /book/reschedule?rescheduleId=EVENT}, on which the prospect moves a meeting. */
public final class RescheduleServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Meeting> meeting = meeting(request);
        if (meeting.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getParameter("moved") != null) {
            var messages = new BrowserMessages().say("rescheduled", "reschedule", meeting.get());
            CalendarPages.showMeeting(meeting.get(), "moved", messages, request, response);
            return;
        }
        calendar(meeting.get(), false, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var sandbox = Sandbox.of(getServletContext());
        Optional<Meeting> meeting = meeting(request);
        if (meeting.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        LocalDate day = CalendarPages.pickedDay(request, LocalDate.MIN);
        Optional<Meeting> moved = sandbox.diary().move(meeting.get(), day, CalendarPages.pickedTime(request));
        if (moved.isEmpty()) {
            calendar(meeting.get(), true, request, response);
            return;
        }
        sandbox.webhooks().send("reschedule", moved.get());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", request.getRequestURI() + PageOptions.of(request).with("moved", "true"));
    }

    private void calendar(Meeting meeting, boolean taken, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Diary diary = Sandbox.of(getServletContext()).diary();
        CalendarPages.showCalendar(diary, meeting.route(), true, taken, request, response);
    }

    private Optional<Meeting> meeting(HttpServletRequest request) {
        return Sandbox.of(getServletContext()).diary().meeting(PageOptions.text(request, "rescheduleId"));
    }
}
