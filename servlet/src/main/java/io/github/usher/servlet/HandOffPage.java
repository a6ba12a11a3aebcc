package io.github.usher.servlet;

import io.github.usher.delivery.Intake;
import io.github.usher.delivery.SubmissionRouter;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The page between the site's form and the booking page: holds the prospect, without a thread, until the routing API
 * has answered, and then {@linkplain LeadingOn leads on}. Safe to reload and to go back to. Thread-safe.
 */
final class HandOffPage {
    /** A timer may go off a moment early; nobody is shown one more page for it. */
    private static final Duration NEXT_TO_NOTHING = Duration.ofMillis(20);

    private static final Duration BEFORE_PROGRESS = Duration.ofMillis(800);

    private static final int PAUSE_SECONDS = 2;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private final SubmissionRouter router;
    private final Intake intake;
    private final InstantSource clock;
    private final Holding holding;
    private final LeadingOn leadingOn;

    HandOffPage(SubmissionRouter router, Intake intake, InstantSource clock, Holding holding, LeadingOn leadingOn) {
        this.router = router;
        this.intake = intake;
        this.clock = clock;
        this.holding = holding;
        this.leadingOn = leadingOn;
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
        var now = intake.isAsItStands(submission) || here.isPresent() ? submission : router.now(submission);
        var outcome = here.orElseGet(() -> router.outcome(now, left));
        if (outcome.isDone() || left.isNegative()) {
            leadingOn.answer(active, outcome.isDone() ? outcome.join() : now, token, request, response);
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
            } else if (LeadingOn.needsRequestThread(then) && holding.isHeld(request)) {
                Places.seeOther(response, own(active, token, request));
            } else {
                leadingOn.answer(active, then, token, request, response);
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
        var refresh = active.addresses().waiting(token, LeadingOn.isFrame(request));
        PageWriter.write(response, active.pages().waiting(request.getLocale(), refresh, pause));
    }

    private static String own(Active active, String token, HttpServletRequest request) {
        var address = LeadingOn.context(active, request) + active.addresses().booking(token);
        return LeadingOn.isFrame(request) ? OwnAddresses.framed(address) : address;
    }

    /** What answers a held request, on whatever thread. */
    @FunctionalInterface
    interface Answer {
        /** @param couldWait false where there was no thread to wait on, so that asking again at once would not help */
        void give(boolean couldWait) throws IOException, ServletException;
    }
}
