package io.github.usher.servlet;

import io.github.usher.config.FormConfig;
import io.github.usher.config.UsherConfig;
import io.github.usher.delivery.Accepted;
import io.github.usher.delivery.Intake;
import io.github.usher.delivery.SubmissionRouter;
import io.github.usher.delivery.Taken;
import io.github.usher.form.FormFields;
import io.github.usher.form.Wildcard;
import io.github.usher.handoff.NextStep;
import io.github.usher.submission.Browser;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The moment at which the site has accepted a form: reads the submission and gives it to the intake. Thread-safe. */
final class Acceptance {
    private final Intake intake;
    private final SubmissionRouter router;

    Acceptance(Intake intake, SubmissionRouter router) {
        this.intake = intake;
        this.router = router;
    }

    /** Reads and takes the submission; null where its fields are not those that the form asks for. */
    @Nullable
    Taken take(Active active, FormConfig form, ObservedRequest request, SitePage page) {
        return take(active, form, request, active.reader().read(request), page);
    }

    /** As {@link #take(Active, FormConfig, ObservedRequest, SitePage)}, where no handler of the site will ever run. */
    @Nullable
    Taken takeUnhandled(Active active, FormConfig form, ObservedRequest request, SitePage page) {
        return take(active, form, request, active.reader().readUnhandled(request), page);
    }

    private @Nullable Taken take(
            Active active, FormConfig form, ObservedRequest request, ReadForm read, SitePage page) {
        var submitted = read.submitted();
        if (!has(submitted.fields(), form.fields())) {
            return null;
        }
        var unread = read instanceof ReadForm.Broken broken
                ? "The form could not be read whole: " + broken.reason() + ". It is kept and not routed."
                : null;
        var accepted = new Accepted(
                submitted, unread, browser(request, active.config()), page, application(request, active.config()));
        return intake.take(active.config(), form, accepted, active.proof().isReachable());
    }

    private static boolean has(FormFields fields, Map<String, Wildcard> wanted) {
        return wanted.entrySet().stream()
                .allMatch(entry -> fields.values(entry.getKey()).stream()
                        .anyMatch(value -> entry.getValue().matches(value.trim())));
    }

    private static String application(ObservedRequest request, UsherConfig config) {
        var address = PublicAddress.of(request, config.site().trustedProxies());
        return address.scheme() + "://" + address.authority() + PublicPath.of(request.arrived(), config.site());
    }

    private static Browser browser(ObservedRequest request, UsherConfig config) {
        var session = request.arrived().getSession(false);
        var newSession = session == null ? null : session.getId();
        var agent = request.getHeader("User-Agent");
        return new Browser(
                request.arrivedWithSession(),
                newSession,
                PublicAddress.of(request, config.site().trustedProxies()).client(),
                agent == null ? "" : agent);
    }

    /** Waits on this thread until the API has answered or the prospect has waited long enough. */
    boolean comesWithin(Active active, HttpServletRequest request, Taken.HandOff handOff) {
        if (!active.waiting().tryAcquire()) {
            return false;
        }
        try {
            var underWay = router.underWay(handOff.submission().id());
            var submission = underWay.isPresent()
                    ? underWay.get().get(handOff.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS)
                    : router.now(handOff.submission());
            return leadsOn(active, request, submission);
        } catch (TimeoutException waitedLongEnough) {
            return false;
        } catch (ExecutionException failed) {
            Guard.tell("while it waited for Chili Piper", failed.getCause() == null ? failed : failed.getCause());
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            active.waiting().release();
        }
    }

    private static boolean leadsOn(Active active, HttpServletRequest request, Submission submission) {
        var outcome = submission.progress().outcome();
        if (outcome == null) {
            return false;
        }
        var next = NextStep.of(submission.plan(), outcome);
        return !(next instanceof NextStep.OwnPage)
                && !(next instanceof NextStep.IfTrusted link
                        && ApiLinks.trusted(active, link.link(), request).isEmpty());
    }

    /** Where the hand-off page goes when there is nothing more to show, and the site's answer was a page of its own. */
    SitePage pageToGoBackTo(Active active, HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer != null) {
            var page = SiteAddress.of(referer, request, active.config().site());
            if (!page.inside().isEmpty()) {
                return SitePage.at(page.address());
            }
        }
        return SitePage.at(PublicPath.of(request, active.config().site()) + "/");
    }

    SitePage pageOfTag(Active active, HttpServletRequest request, String body) {
        return new SitePage(pageToGoBackTo(active, request).address(), null, body.isBlank() ? null : body);
    }
}
