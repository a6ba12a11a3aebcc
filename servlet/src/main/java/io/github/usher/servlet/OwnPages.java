package io.github.usher.servlet;

import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Token;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers Usher's own addresses: hand-off pages, webhooks, {@code ping} and {@code health}. Thread-safe. */
final class OwnPages {
    private static final String BOOKING = "booking/";

    private final HandOffPage handOffPage;
    private final LeadingOn leadingOn;
    private final Health health;
    private final Aftercare aftercare;
    private final WebhookReceiver webhooks;

    OwnPages(HandOffPage handOffPage, LeadingOn leadingOn, Health health, Aftercare aftercare) {
        this.aftercare = aftercare;
        this.webhooks = new WebhookReceiver(aftercare);
        this.handOffPage = handOffPage;
        this.leadingOn = leadingOn;
        this.health = health;
    }

    /** Whether the address was one of ours and is answered. */
    boolean answer(Active active, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var asked = active.addresses().asked(path, request.getQueryString());
        if (asked == null) {
            return false;
        }
        if (asked.startsWith(WebhookReceiver.PREFIX)) {
            webhooks.answer(active, asked, request, response);
            return true;
        }
        var isBooking = asked.startsWith(BOOKING);
        if (isBooking && request.getMethod().equals("POST")) {
            report(active, asked.substring(BOOKING.length()), request, response);
            return true;
        }
        if (!isBooking && !asked.equals("ping") && !asked.equals("health")) {
            return false;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return true;
        }
        if (isBooking) {
            booking(active, asked.substring(BOOKING.length()), request, response);
        } else if (asked.equals("ping")) {
            active.proof().reached();
            text(response, HttpServletResponse.SC_OK, "text/plain", "usher");
        } else {
            health(active, request, response);
        }
        return true;
    }

    private void booking(Active active, String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        active.proof().reached();
        var found = find(token);
        if (found.isEmpty()) {
            PageWriter.write(response, active.pages().unknown(request.getLocale()));
        } else {
            handOffPage.answer(active, found.get(), token, request, response);
        }
    }

    private void report(Active active, String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var found = find(token);
        if (found.isEmpty()) {
            PageWriter.write(response, active.pages().unknown(request.getLocale()));
        } else {
            webhooks.report(found.get().id(), request, response);
        }
    }

    private Optional<Submission> find(String token) {
        if (!Token.isPlausible(token)) {
            return Optional.empty();
        }
        try {
            var resumed = aftercare.resumed(token);
            return resumed.isPresent() ? resumed : handOffPage.find(new Token(token).hash());
        } catch (StoreException failed) {
            Guard.tell("asking the store for a hand-off page", failed);
            return Optional.empty();
        }
    }

    private void health(Active active, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = active.config().site().healthToken();
        var up = health.isUp();
        int status = up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        if (token != null && Health.isAllowed(request.getHeader("Authorization"), token.text())) {
            text(response, status, "application/json", health.counts());
        } else {
            text(response, status, "text/plain", up ? "up" : "down");
        }
    }

    /** Sets {@code usher.booking} for a page of the site that was reached with {@code ?usher=TOKEN}. */
    void tellBooking(Active active, HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return;
        }
        for (var part : query.split("&")) {
            if (part.startsWith("usher=")) {
                var token = part.substring("usher=".length());
                find(token)
                        .flatMap(submission -> leadingOn.bookingOf(active, submission, token, request))
                        .ifPresent(booking -> request.setAttribute(LeadingOn.BOOKING, booking));
            }
        }
    }

    private static void text(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
