package io.github.usher.servlet;

import io.github.usher.booking.SiteSecrets;
import io.github.usher.handoff.NextStep;
import io.github.usher.handoff.Place;
import io.github.usher.handoff.Show;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.submission.Hash;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a prospect goes from the hand-off page, once it is known what came of his submission or he has waited long
 * enough: to the booking page, by itself, in a frame or in a page of the site, or back to the site. Thread-safe.
 */
final class LeadingOn {
    /** The request attribute that a JSP of the site shows the booking from. */
    static final String BOOKING = "usher.booking";

    private static final Duration SHOWN_FOR = Duration.ofMinutes(30);

    private final InstantSource clock;

    LeadingOn(InstantSource clock) {
        this.clock = clock;
    }

    /** What the outcome says comes next. */
    void answer(
            Active active,
            Submission submission,
            String token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (isFrame(request) && submission.progress().trail().life().isTaken()) {
            PageWriter.write(response, active.pages().booked(request.getLocale()));
            return;
        }
        var next = next(submission, token);
        if (next instanceof NextStep.Booking booking) {
            show(active, submission, booking.page(), token, request, response);
        } else if (next instanceof NextStep.Choice choice) {
            if (submission.plan().show() instanceof Show.Page) {
                show(active, submission, choice.calendar(), token, request, response);
            } else {
                PageWriter.write(
                        response,
                        active.pages()
                                .choice(
                                        request.getLocale(),
                                        choice.calendar().toString(),
                                        choice.liveCall().toString()));
            }
        } else if (next instanceof NextStep.To to) {
            to(active, to.place(), submission, request, response);
        } else if (next instanceof NextStep.IfTrusted link) {
            var trusted = ApiLinks.trusted(active, link.link(), request);
            if (trusted.isPresent()) {
                to(active, new Place(trusted.get()), submission, request, response);
            } else {
                ownPage(active, submission, request, response);
            }
        } else {
            ownPage(active, submission, request, response);
        }
    }

    private NextStep next(Submission submission, String token) {
        if (submission.progress().trail().life().isTaken()) {
            var booked = submission.plan().booked();
            return booked == null ? new NextStep.OwnPage() : new NextStep.To(booked);
        }
        var outcome = submission.progress().outcome();
        if (outcome == null) {
            return new NextStep.OwnPage();
        }
        if (submission.state() == State.ROUTED) {
            // Who comes by a link to resume comes later than that; the link has an end of its own.
            var isOld = !SiteSecrets.isResumeToken(token)
                    && submission.progress().since().plus(SHOWN_FOR).isBefore(clock.instant());
            return isOld ? new NextStep.OwnPage() : NextStep.of(submission.plan(), outcome);
        }
        return submission.state() == State.DISQUALIFIED
                ? NextStep.of(submission.plan(), outcome)
                : new NextStep.OwnPage();
    }

    private void show(
            Active active,
            Submission submission,
            URI page,
            String token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var show = submission.plan().show();
        if (show instanceof Show.Redirect && !isFrame(request)) {
            PageWriter.write(response, active.pages().onward(request.getLocale(), page.toString()));
        } else if (show instanceof Show.Page jsp && !isFrame(request)) {
            showInSite(active, submission, jsp, token, request, response);
        } else {
            var report = context(active, request) + active.addresses().booking(token);
            var framing = new AfterBookingPlaces(active, submission, request)
                    .framing(page, withSession(submission.sitePage(), request), report, isFrame(request));
            PageWriter.write(response, active.pages().framed(request.getLocale(), framing));
        }
    }

    private void showInSite(
            Active active,
            Submission submission,
            Show.Page jsp,
            String token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        PageWriter.secretHeaders(response);
        if (!jsp.isPrivate()) {
            var join = jsp.path().indexOf('?') < 0 ? "?" : "&";
            Places.seeOther(
                    response,
                    withSession(
                            new SitePage(
                                    context(active, request) + jsp.path() + join + "usher=" + token,
                                    submission.sitePage().session(),
                                    null),
                            request));
            return;
        }
        bookingOf(active, submission, token, request).ifPresent(booking -> request.setAttribute(BOOKING, booking));
        request.getRequestDispatcher(jsp.path()).forward(request, response);
    }

    /**
     * What a JSP of the site reads: {@code url}, {@code calendarUrl}, {@code liveCallUrl}, {@code submission}, and
     * {@code frame}, the address of a page of ours for a frame that listens to the calendar.
     */
    Optional<Map<String, String>> bookingOf(
            Active active, Submission submission, String token, HttpServletRequest request) {
        var next = next(submission, token);
        if (!(submission.progress().outcome() instanceof Routed)) {
            return Optional.empty();
        }
        var booking = new LinkedHashMap<String, String>();
        if (next instanceof NextStep.Booking one) {
            booking.put("url", one.page().toString());
            booking.put("calendarUrl", one.page().toString());
        } else if (next instanceof NextStep.Choice both) {
            booking.put("url", both.calendar().toString());
            booking.put("calendarUrl", both.calendar().toString());
            booking.put("liveCallUrl", both.liveCall().toString());
        } else {
            return Optional.empty();
        }
        booking.put("submission", submission.id());
        booking.put(
                "frame",
                OwnAddresses.framed(
                        context(active, request) + active.addresses().booking(token)));
        return Optional.of(booking);
    }

    /** A JSP runs only on a request's own thread: one that was held asks once more, and is then answered at once. */
    static boolean needsRequestThread(Submission submission) {
        return submission.plan().show() instanceof Show.Page jsp
                && jsp.isPrivate()
                && submission.state() == State.ROUTED;
    }

    private void to(
            Active active, Place place, Submission submission, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isFrame(request)) {
            sentence(active, submission, request, response);
            return;
        }
        Places.send(active, place, request, response);
    }

    private static void ownPage(
            Active active, Submission submission, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isFrame(request)) {
            sentence(active, submission, request, response);
            return;
        }
        PageWriter.secretHeaders(response);
        Places.seeOther(response, withSession(submission.sitePage(), request));
    }

    private static void sentence(
            Active active, Submission submission, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PageWriter.write(
                response,
                active.pages()
                        .sentence(request.getLocale(), submission.sitePage().tagBody()));
    }

    /** The site's own page; its session id comes back only for a request of that same session. */
    private static String withSession(SitePage page, HttpServletRequest request) {
        var id = request.getRequestedSessionId();
        if (page.session() == null
                || id == null
                || !request.isRequestedSessionIdFromURL()
                || !Hash.of(id).equals(page.session())) {
            return page.address();
        }
        var address = page.address();
        int end = 0;
        while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
            end++;
        }
        return address.substring(0, end) + ";jsessionid=" + id + address.substring(end);
    }

    static String context(Active active, HttpServletRequest request) {
        return PublicPath.of(request, active.config().site());
    }

    static boolean isFrame(HttpServletRequest request) {
        return OwnAddresses.has(request.getQueryString(), OwnAddresses.FRAME);
    }
}
