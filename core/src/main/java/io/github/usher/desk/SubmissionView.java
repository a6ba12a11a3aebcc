package io.github.usher.desk;

import io.github.usher.booking.BookingLinks;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Timeline;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A submission as a document: a line of a list, all of it, or its Lead. */
final class SubmissionView {
    private SubmissionView() {}

    /** Ids and states; nothing that was submitted. */
    static Map<String, Object> line(Submission submission) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", submission.id());
        line.put("accepted", submission.acceptedAt().toString());
        line.put("form", submission.form());
        line.put("state", submission.state().words());
        line.put("sentence", submission.progress().sentence());
        line.put("attempts", submission.progress().attempts());
        var next = submission.progress().nextTry();
        if (next != null) {
            line.put("nextTry", next.toString());
        }
        return line;
    }

    static Map<String, Object> export(Submission submission) {
        var document = line(submission);
        outcome(submission, document);
        document.put("router", submission.request().router());
        document.put("lead", submission.request().form());
        return document;
    }

    /** @param links of the tenant's booking pages; null where no config tells the tenant */
    static Map<String, Object> whole(Submission submission, @Nullable BookingLinks links) {
        var document = line(submission);
        outcome(submission, document);
        var meeting = submission.progress().trail().life().meeting();
        if (links != null && meeting != null) {
            links.reschedule(meeting).ifPresent(link -> document.put("reschedule", link.toString()));
            links.cancel(meeting).ifPresent(link -> document.put("cancel", link.toString()));
        }
        document.put("request", request(submission.request()));
        document.put("submitted", kept(submission));
        document.put("sitePage", submission.sitePage().address());
        document.put("notes", submission.notes());
        document.put(
                "timeline",
                Timeline.of(submission).stream().map(SubmissionView::event).toList());
        return document;
    }

    private static void outcome(Submission submission, Map<String, Object> document) {
        if (submission.progress().outcome() instanceof Routed routed) {
            if (routed.routeId() != null) {
                document.put("routeId", routed.routeId());
            }
            document.put("url", routed.url().toString());
            if (routed.realtimeUrl() != null) {
                document.put("realtimeUrl", routed.realtimeUrl().toString());
            }
        }
    }

    static Map<String, Object> request(RoutingRequest request) {
        var document = new LinkedHashMap<String, Object>();
        document.put("router", request.router());
        document.put("lead", request.form());
        put(document, "options", request.options());
        put(document, "utm", request.utm());
        put(document, "salesforce-event", request.event());
        var account = request.accountId();
        if (account != null) {
            document.put("account-id", account);
        }
        return document;
    }

    private static void put(Map<String, Object> document, String key, Map<String, ?> part) {
        if (!part.isEmpty()) {
            document.put(key, part);
        }
    }

    private static Map<String, Object> kept(Submission submission) {
        var kept = new LinkedHashMap<String, Object>();
        submission
                .kept()
                .names()
                .forEach(name -> kept.put(name, submission.kept().values(name)));
        return kept;
    }

    private static Map<String, Object> event(Timeline.Line line) {
        var event = new LinkedHashMap<String, Object>();
        event.put("at", line.at().toString());
        event.put("what", line.what());
        event.put("sentence", line.sentence());
        var attempt = line.attempt();
        if (attempt != null) {
            event.put("tookMillis", attempt.took().toMillis());
            event.put("node", attempt.node());
        }
        return event;
    }
}
