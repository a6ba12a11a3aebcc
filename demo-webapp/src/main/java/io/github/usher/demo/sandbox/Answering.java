package io.github.usher.demo.sandbox;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Gives the answer that was picked, at once or as late as it says. */
final class Answering {
    private static final Logger LOG = System.getLogger(Answering.class.getName());

    /** How long "never" lasts, so that a forgotten choice does not hold connections for ever. */
    private static final Duration NEVER = Duration.ofMinutes(10);

    private final ServletContext context;
    private final HttpServletRequest request;
    private final AnswerWriter writer;

    Answering(ServletContext context, HttpServletRequest request, Tongue tongue) {
        this.context = context;
        this.request = request;
        this.writer = new AnswerWriter(context, base(request), tongue);
    }

    void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
        if (refusal.plain()) {
            writer.plain(refusal.status(), refusal.message(), response);
        } else {
            writer.failure(refusal.status(), refusal.message(), response);
        }
    }

    void give(Answer answer, Route route, HttpServletResponse response) throws IOException {
        switch (answer) {
            case SLOW_3 -> later(Duration.ofSeconds(3), answer, route);
            case SLOW_12 -> later(Duration.ofSeconds(12), answer, route);
            case NEVER -> later(NEVER, answer, route);
            default -> writer.write(answer, route, response);
        }
    }

    private void later(Duration delay, Answer answer, Route route) {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        Sandbox.of(context).after(delay, () -> {
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
