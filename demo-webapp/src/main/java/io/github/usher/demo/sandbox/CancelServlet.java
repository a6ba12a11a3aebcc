package io.github.usher.demo.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The page {@code /book/cancel/EVENT}, on which the prospect calls a meeting off. */
public final class CancelServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Meeting> meeting = meeting(request);
        if (meeting.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean cancelled = meeting.get().cancelled();
        var messages = new BrowserMessages();
        if (cancelled) {
            messages.say("prospect_cancel", "prospect_cancel", meeting.get());
        }
        CalendarPages.showMeeting(meeting.get(), cancelled ? "cancelled" : "cancel", messages, request, response);
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
        if (!meeting.get().cancelled()) {
            Meeting cancelled = sandbox.diary().keep(meeting.get().calledOff());
            sandbox.webhooks().send("prospect_cancel", cancelled);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getRequestURI());
    }

    private Optional<Meeting> meeting(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return Sandbox.of(getServletContext()).diary().meeting(path.replace("/", ""));
    }
}
