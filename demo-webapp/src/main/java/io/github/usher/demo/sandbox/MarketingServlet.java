package io.github.usher.demo.sandbox;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The legacy routing API: {@code POST /marketing/TENANT}, and the question whether a router is switched on. */
public final class MarketingServlet extends HttpServlet {
    private static final Logger LOG = System.getLogger(MarketingServlet.class.getName());
    private static final int LARGEST_BODY = 256 * 1024;
    private static final String ENABLED = "/inbound-router/enabled/";

    /** How long "never" lasts, so that a forgotten choice does not hold connections for ever. */
    private static final Duration NEVER = Duration.ofMinutes(10);

    /** {@code GET /marketing/inbound-router/enabled/TENANT/ROUTER}. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null || !path.startsWith(ENABLED)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String router = path.substring(path.lastIndexOf('/') + 1);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().print("{\"active\":" + Team.routers().contains(router) + "}");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sandbox = Sandbox.of(getServletContext());
        String body = new String(request.getInputStream().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
        String address = "POST /marketing" + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var writer = new AnswerWriter(getServletContext(), base(request));
        var read = RoutingRequest.read(request.getPathInfo(), request.getContentType(), body, Team.routers());
        if (read instanceof Refusal refusal) {
            sandbox.record(address, body, refusal.status() + ": " + refusal.message());
            writer.json(refusal.status(), Replies.refusal(refusal.message()), response);
        } else if (read instanceof RoutingRequest good) {
            Answer answer = sandbox.answers().take();
            sandbox.record(address, body, answer.title() + ": " + answer.meaning());
            String queue = answer == Answer.NO_FREE_SLOTS ? Diary.FULL_QUEUE : Team.queueOf(good.router());
            answer(answer, sandbox.diary().add(good, queue), writer, request, response);
        }
    }

    private void answer(
            Answer answer, Route route, AnswerWriter writer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (answer) {
            case SLOW_3 -> answerLater(Duration.ofSeconds(3), answer, route, writer, request);
            case SLOW_12 -> answerLater(Duration.ofSeconds(12), answer, route, writer, request);
            case NEVER -> answerLater(NEVER, answer, route, writer, request);
            default -> writer.write(answer, route, response);
        }
    }

    private void answerLater(
            Duration delay, Answer answer, Route route, AnswerWriter writer, HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        Sandbox.of(getServletContext()).after(delay, () -> {
            try {
                writer.write(answer, route, (HttpServletResponse) async.getResponse());
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.DEBUG, "The caller of route {0} did not wait for its answer.", route.routeId());
            } finally {
                async.complete();
            }
        });
    }

    private static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length())
                + request.getContextPath()
                + "/sandbox";
    }
}
