package io.github.usher.demo.sandbox;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The legacy routing API: {@code POST /marketing/TENANT}, and the question whether a router is switched on. */
public final class MarketingServlet extends HttpServlet {
    private static final int LARGEST_BODY = 256 * 1024;
    private static final String ENABLED = "/inbound-router/enabled/";

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
        var answering = new Answering(getServletContext(), request, new LegacyTongue());
        var read = RoutingRequest.read(request.getPathInfo(), request.getContentType(), body, Team.routers());
        if (read instanceof Refusal refusal) {
            sandbox.record(address, body, refusal.status() + ": " + refusal.message());
            answering.refuse(refusal, response);
        } else if (read instanceof RoutingRequest good) {
            Answer answer = sandbox.answers().take();
            sandbox.record(address, body, answer.title() + ": " + answer.meaning());
            String queue = answer == Answer.NO_FREE_SLOTS ? Diary.FULL_QUEUE : Team.queueOf(good.router());
            answering.give(answer, sandbox.diary().add(good, queue), response);
        }
    }
}
