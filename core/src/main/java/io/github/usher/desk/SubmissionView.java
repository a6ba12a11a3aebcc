package io.github.usher.desk;

import io.github.usher.booking.BookingEvent;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.Attempt;
import io.github.usher.submission.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    static Map<String, Object> whole(Submission submission) {
        var document = line(submission);
        outcome(submission, document);
        document.put("request", request(submission.request()));
        document.put("submitted", kept(submission));
        document.put("sitePage", submission.sitePage().address());
        document.put("notes", submission.notes());
        document.put("timeline", timeline(submission));
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

    /** What happened when, oldest first; a next try comes last. */
    private static List<Map<String, Object>> timeline(Submission submission) {
        var progress = submission.progress();
        var timeline = new ArrayList<Map<String, Object>>();
        timeline.add(
                event(submission.acceptedAt(), "accepted", "The site accepted the form " + submission.form() + "."));
        progress.history().forEach(attempt -> timeline.add(attempt(attempt)));
        progress.trail()
                .steps()
                .forEach(step -> timeline.add(event(step.at(), step.state().words(), step.sentence())));
        progress.trail().events().forEach(heard -> timeline.add(booking(heard)));
        if (progress.trail().steps().isEmpty()) {
            timeline.add(event(progress.since(), progress.state().words(), progress.sentence()));
        }
        timeline.sort(Comparator.comparing(entry -> Instant.parse(String.valueOf(entry.get("at")))));
        var next = progress.nextTry();
        if (next != null) {
            timeline.add(event(next, "next try", "It is tried again then."));
        }
        return timeline;
    }

    private static Map<String, Object> booking(BookingEvent heard) {
        var start = heard.start();
        return event(
                heard.receivedAt(),
                "heard",
                "Chili Piper says: " + heard.change().words() + (start == null ? "." : ", for " + start + "."));
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        var event = event(attempt.at(), attempt.kind().words(), attempt.sentence());
        event.put("tookMillis", attempt.took().toMillis());
        event.put("node", attempt.node());
        return event;
    }

    private static Map<String, Object> event(Instant at, String what, String sentence) {
        var event = new LinkedHashMap<String, Object>();
        event.put("at", at.toString());
        event.put("what", what);
        event.put("sentence", sentence);
        return event;
    }
}
