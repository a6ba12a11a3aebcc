package io.github.usher.servlet;

import io.github.usher.aftermath.BookingDesk;
import io.github.usher.aftermath.BookingDesk.Answer;
import io.github.usher.booking.WebhookReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Receives what Chili Piper and the booking page say of bookings. Whatever happens, it is answered here: a request to one
 * of these addresses never reaches the site. Thread-safe.
 */
final class WebhookReceiver {
    static final String PREFIX = "webhook/";
    private static final String CONCIERGE = "concierge";
    private static final int CONTENT_TOO_LARGE = 413;

    private final BookingDesk desk;
    private final Aftercare aftercare;

    WebhookReceiver(Aftercare aftercare) {
        this.desk = aftercare.desk();
        this.aftercare = aftercare;
    }

    /** @param asked {@code webhook/concierge} or {@code webhook/ID/MAC} */
    void answer(Active active, String asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            say(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "only POST");
            return;
        }
        var what = asked.substring(PREFIX.length());
        safely(response, () -> {
            if (what.equals(CONCIERGE)) {
                concierge(active, request, response);
            } else {
                legacy(what, request, response);
            }
        });
    }

    /** The visitor's browser reports a booking, at the address of its hand-off page. */
    void report(String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        safely(response, () -> {
            var site = request.getHeader("Sec-Fetch-Site");
            if (site != null && !site.equals("same-origin")) {
                say(response, HttpServletResponse.SC_FORBIDDEN, "not from here");
                return;
            }
            var body = body(request);
            if (body == null) {
                tooLarge(response);
            } else {
                say(response, desk.browser(id, body));
            }
        });
    }

    private void legacy(String what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var secrets = aftercare.secrets();
        if (secrets.isEmpty()) {
            say(response, Answer.LATER);
            return;
        }
        int slash = what.indexOf('/');
        var id = slash < 0 ? what : what.substring(0, slash);
        if (desk.isForged(secrets.get(), id, slash < 0 ? "" : what.substring(slash + 1))) {
            say(response, Answer.FORGED);
            return;
        }
        var body = body(request);
        if (body == null) {
            tooLarge(response);
        } else {
            say(response, desk.legacy(id, body));
        }
    }

    private void concierge(Active active, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = body(request);
        if (body == null) {
            tooLarge(response);
            return;
        }
        var secret = active.config().conciergeSecret();
        say(
                response,
                desk.concierge(
                        secret == null ? null : secret.text(),
                        request.getHeader("X-Chili-Timestamp"),
                        request.getHeader("X-Chili-Signature"),
                        body));
    }

    /** The whole body; null where it is longer than a webhook may be, of which no more is read. */
    private static byte @Nullable [] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > WebhookReader.LONGEST) {
            return null;
        }
        var body = request.getInputStream().readNBytes(WebhookReader.LONGEST + 1);
        return body.length > WebhookReader.LONGEST ? null : body;
    }

    private static void safely(HttpServletResponse response, Receiving receiving) throws IOException {
        try {
            receiving.run();
        } catch (IOException | RuntimeException failed) {
            Guard.tell("receiving a webhook", failed);
            if (!response.isCommitted()) {
                say(response, Answer.LATER);
            }
        }
    }

    private static void tooLarge(HttpServletResponse response) throws IOException {
        say(response, CONTENT_TOO_LARGE, "too large");
    }

    private static void say(HttpServletResponse response, Answer answer) throws IOException {
        switch (answer) {
            case TAKEN -> say(response, HttpServletResponse.SC_OK, "ok");
            case FORGED -> say(response, HttpServletResponse.SC_FORBIDDEN, "not signed by whom it should be");
            case UNREADABLE -> say(response, HttpServletResponse.SC_BAD_REQUEST, "not a JSON object that can be read");
            case LATER -> say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "not stored; send it again");
        }
    }

    private static void say(HttpServletResponse response, int status, String what) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(what.getBytes(StandardCharsets.UTF_8));
    }

    @FunctionalInterface
    private interface Receiving {
        void run() throws IOException;
    }
}
