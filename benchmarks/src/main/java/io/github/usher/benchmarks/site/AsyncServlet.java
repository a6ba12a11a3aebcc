package io.github.usher.benchmarks.site;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The limit: nothing but the call, without a thread while it lasts. It keeps nothing, so a crash loses every lead. */
final class AsyncServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final transient URI api;

    AsyncServlet(String api) {
        this.api = URI.create(api);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var call = HttpRequest.newBuilder(api)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Lead.json(request)))
                .build();
        var waiting = request.startAsync();
        waiting.setTimeout(60_000);
        http.sendAsync(call, HttpResponse.BodyHandlers.ofByteArray()).whenComplete((answer, failed) -> {
            answer(waiting, failed == null && answer.statusCode() == 200 ? answer.body() : null);
        });
    }

    private static void answer(AsyncContext waiting, byte @org.jspecify.annotations.Nullable [] answer) {
        try {
            ((HttpServletResponse) waiting.getResponse())
                    .sendRedirect(answer == null ? "/thanks.html" : Lead.calendar(answer));
        } catch (IOException visitorLeft) {
            tell(visitorLeft);
        } finally {
            waiting.complete();
        }
    }

    private static void tell(IOException visitorLeft) {
        System.getLogger(AsyncServlet.class.getName()).log(System.Logger.Level.DEBUG, visitorLeft);
    }
}
