package io.github.usher.benchmarks.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What people write: calls the API on the container's thread. */
final class BlockingServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MILLIS = 20_000;

    private final String api;

    BlockingServlet(String api) {
        this.api = api;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var call = (HttpURLConnection) URI.create(api).toURL().openConnection();
        call.setConnectTimeout(MILLIS);
        call.setReadTimeout(MILLIS);
        call.setRequestMethod("POST");
        call.setRequestProperty("Content-Type", "application/json; charset=UTF-8");
        call.setDoOutput(true);
        try {
            call.getOutputStream().write(Lead.json(request));
            try (var answer = call.getInputStream()) {
                response.sendRedirect(Lead.calendar(answer.readAllBytes()));
            }
        } catch (IOException failed) {
            response.sendRedirect("/thanks.html");
        }
    }
}
