package io.github.usher.servlet;

import io.github.usher.booking.SiteSecrets;
import io.github.usher.delivery.Intake;
import io.github.usher.delivery.SubmissionRouter;
import io.github.usher.handoff.NextStep;
import io.github.usher.handoff.Place;
import io.github.usher.handoff.Show;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.submission.Hash;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
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
 * The page between the site's form and the booking page: holds the prospect, without a thread, until the routing API
 * has answered, and then leads on. Safe to reload and to go back to. Thread-safe.
 */
final class HandOffPage {
    /** The request attribute that a JSP of the site shows the booking from. */
    static final String BOOKING = "usher.booking";

    private static final Duration SHOWN_FOR = Duration.ofMinutes(30);
    /** A timer may go off a moment early; nobody is shown one more page for it. */
    private static final Duration NEXT_TO_NOTHING = Duration.ofMillis(20);

    private static final Duration BEFORE_PROGRESS = Duration.ofMillis(800);

    private static final int PAUSE_SECONDS = 2;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private final SubmissionRouter router;
    private final Intake intake;
    private final InstantSource clock;
    private final Holding holding;

    HandOffPage(SubmissionRouter router, Intake intake, InstantSource clock, Holding holding) {
        this.router = router;
        this.intake = intake;
        this.clock = clock;
        this.holding = holding;
    }

    void answer(
            Active active,
            Submission submission,
            String token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var left = left(submission);
        var here = router.underWay(submission.id());
        var now = here.isPresent() ? submission : router.now(submission);
        var outcome = here.orElseGet(() -> router.outcome(now, left));
        if (outcome.isDone() || left.isNegative()) {
            lead(active, outcome.isDone() ? outcome.join() : now, token, request, response);
            return;
        }
        var isWait = OwnAddresses.has(request.getQueryString(), OwnAddresses.WAIT);
        if (request.getMethod().equals("HEAD")) {
            progress(active, token, 0, request, response);
            return;
        }
        var most = isWait || left.compareTo(BEFORE_PROGRESS) < 0 ? left : BEFORE_PROGRESS;
        holding.hold(active, outcome, most, request, response, couldWait -> {
            var then = outcome.isDone() ? outcome.join() : now;
            if (!outcome.isDone() && !left(submission).isNegative()) {
                progress(active, token, couldWait ? 0 : PAUSE_SECONDS, request, response);
            } else if (needsRequestThread(then) && holding.isHeld(request)) {
                seeOther(response, own(active, token, request));
            } else {
                lead(active, then, token, request, response);
            }
        });
    }

    /** The submission of a page: as this node knows it, without a word to the store, or else as the store has it. */
    Optional<Submission> find(String tokenHash) throws StoreException {
        var here = intake.visited(tokenHash);
        return here.isPresent() ? here : router.byTokenHash(tokenHash);
    }

    /** How long the prospect still waits; negative where it has been long enough. */
    private Duration left(Submission submission) {
        var deadline = intake.deadline(submission.id());
        if (deadline.isPresent()) {
            long nanos = deadline.getAsLong() - System.nanoTime();
            return nanos <= NEXT_TO_NOTHING.toNanos() ? Duration.ofNanos(-1) : Duration.ofNanos(nanos);
        }
        var end = submission.acceptedAt().plus(submission.plan().visitorWaits());
        var left = Duration.between(clock.instant(), end);
        var waits = submission.plan().visitorWaits();
        if (left.compareTo(waits) <= 0) {
            return left;
        }
        // The clocks of two nodes differ a little; one that was set back by hours keeps nobody.
        return left.compareTo(waits.plus(CLOCKS_DIFFER_BY)) > 0 ? Duration.ofNanos(-1) : waits;
    }

    private static void progress(
            Active active, String token, int pause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var refresh = active.addresses().waiting(token, isFrame(request));
        PageWriter.write(response, active.pages().waiting(request.getLocale(), refresh, pause));
    }

    /** What the outcome says comes next. */
    private void lead(
            Active active,
            Submission submission,
            String token,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
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
            seeOther(
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
    private boolean needsRequestThread(Submission submission) {
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
        seeOther(response, withSession(submission.sitePage(), request));
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

    private static String own(Active active, String token, HttpServletRequest request) {
        var address = context(active, request) + active.addresses().booking(token);
        return isFrame(request) ? OwnAddresses.framed(address) : address;
    }

    private static String context(Active active, HttpServletRequest request) {
        return PublicPath.of(request, active.config().site());
    }

    private static boolean isFrame(HttpServletRequest request) {
        return OwnAddresses.has(request.getQueryString(), OwnAddresses.FRAME);
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    /** What answers a held request, on whatever thread. */
    @FunctionalInterface
    interface Answer {
        /** @param couldWait false where there was no thread to wait on, so that asking again at once would not help */
        void give(boolean couldWait) throws IOException, ServletException;
    }
}
