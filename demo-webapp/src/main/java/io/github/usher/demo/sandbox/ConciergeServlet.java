package io.github.usher.demo.sandbox;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The Demand Conversion Platform: the public address {@code POST /concierge-router/SLUG/rest}, and the Edge API
 * {@code POST /api/fire-edge/v1/org/concierge/routers/SLUG/rest}, which takes {@code Bearer demo-token}.
 */
public final class ConciergeServlet extends HttpServlet {
    private static final int LARGEST_BODY = 256 * 1024;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sandbox = Sandbox.of(getServletContext());
        String body = new String(request.getInputStream().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
        var answering = new Answering(getServletContext(), request, new ConciergeTongue());
        RoutingRequestOrRefusal read = read(request, body);
        if (read instanceof Refusal refusal) {
            sandbox.record(address(request), body, refusal.status() + ": " + refusal.message());
            answering.refuse(refusal, response);
        } else if (read instanceof RoutingRequest good) {
            Answer answer = sandbox.answers().take();
            sandbox.record(address(request), body, answer.title() + ": " + answer.meaning());
            String queue = answer == Answer.NO_FREE_SLOTS ? Diary.FULL_QUEUE : Team.queueOf(good.router());
            answering.give(answer, sandbox.diary().add(UUID.randomUUID().toString(), good, queue), response);
        }
    }

    private static RoutingRequestOrRefusal read(HttpServletRequest request, String body) {
        Refusal refusal = isEdge(request) ? ConciergeRequest.token(request.getHeader("Authorization")) : null;
        return refusal != null ? refusal : ConciergeRequest.read(request.getPathInfo(), request.getContentType(), body);
    }

    private static boolean isEdge(HttpServletRequest request) {
        return request.getServletPath().contains("/fire-edge/");
    }

    /** With the page that the form stood on, and without the token. */
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getServletPath().substring("/sandbox".length())
                + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return "POST " + path + (query == null ? "" : "?" + query)
                + (request.getHeader("Authorization") == null ? "" : ", with a token");
    }
}
