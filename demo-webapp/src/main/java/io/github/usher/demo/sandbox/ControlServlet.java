package io.github.usher.demo.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The control page: GET shows what came in, POST picks the next answer ({@code answer}, {@code once}), forgets
 * everything ({@code clear}), does to a meeting what a rep can do ({@code rep}, {@code eventId}), or plays with webhooks:
 * sends one {@code again}, holds them back ({@code hold}), or sends one of the new platform ({@code concierge}).
 */
public final class ControlServlet extends HttpServlet {
    private static final int MANY = 100;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals("/sandbox")) {
            response.sendRedirect(request.getContextPath() + "/sandbox/");
            return;
        }
        CalendarPages.show("control.jsp", Sandbox.of(getServletContext()), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sandbox = Sandbox.of(getServletContext());
        if (request.getParameter("clear") != null) {
            sandbox.clear();
        }
        String answer = PageOptions.text(request, "answer");
        if (!answer.isEmpty() && !pick(sandbox, answer, request.getParameter("once") != null)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "There is no such answer.");
            return;
        }
        String action = PageOptions.text(request, "rep");
        if (!action.isEmpty()) {
            rep(sandbox, action, PageOptions.text(request, "eventId"));
        }
        webhooks(sandbox, request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/sandbox/");
    }

    private static void webhooks(Sandbox sandbox, HttpServletRequest request) {
        String again = PageOptions.text(request, "again");
        if (again.matches("\\d{1,9}")) {
            boolean changed = request.getParameter("changed") != null;
            int times = request.getParameter("often") != null ? MANY : 1;
            sandbox.webhooks().again(Integer.parseInt(again), times, changed);
        }
        String hold = PageOptions.text(request, "hold");
        if (!hold.isEmpty()) {
            sandbox.webhooks().hold(Boolean.parseBoolean(hold));
        }
        String signature = PageOptions.text(request, "concierge");
        for (var known : ConciergeWebhook.Signature.values()) {
            if (known.name().equals(signature)) {
                sandbox.diary()
                        .meeting(PageOptions.text(request, "eventId"))
                        .ifPresent(meeting -> sandbox.webhooks()
                                .send(
                                        meeting.cancelled() ? "Deleted" : "Created",
                                        meeting,
                                        known,
                                        conciergeAddress(request)));
            }
        }
    }

    /** What an admin would type into Chili Piper for this site. */
    private static URI conciergeAddress(HttpServletRequest request) {
        return URI.create(
                "http://localhost:" + request.getServerPort() + request.getContextPath() + "/usher/webhook/concierge");
    }

    private static boolean pick(Sandbox sandbox, String name, boolean once) {
        for (Answer answer : Answer.values()) {
            if (answer.name().equals(name)) {
                sandbox.answers().pick(answer, once);
                return true;
            }
        }
        return false;
    }

    private static void rep(Sandbox sandbox, String action, String eventId) {
        Optional<Meeting> found = sandbox.diary().meeting(eventId).filter(meeting -> !meeting.cancelled());
        if (found.isEmpty()) {
            return;
        }
        Meeting meeting = found.get();
        Meeting changed = switch (action) {
            case "agent_reschedule" -> meeting.movedTo(meeting.start().plus(Duration.ofDays(7)));
            case "reassign" -> meeting.heldBy(Team.after(meeting.host()));
            case "cancel" -> meeting.calledOff();
            default -> meeting;
        };
        if (!changed.equals(meeting)) {
            sandbox.webhooks().send(action, sandbox.diary().keep(changed));
        }
    }
}
