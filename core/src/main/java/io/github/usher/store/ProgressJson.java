package io.github.usher.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.usher.submission.Attempt;
import io.github.usher.submission.Progress;
import io.github.usher.submission.State;
import java.time.Duration;
import java.time.Instant;

/** How far a submission has come, as it is kept. A further part of it has one line in each of these two methods. */
final class ProgressJson {
    private ProgressJson() {}

    static ObjectNode write(ObjectNode node, Progress progress) {
        node.put("state", progress.state().name());
        node.put("sentence", progress.sentence());
        node.put("attempts", progress.attempts());
        node.put("salesforceRefusals", progress.salesforceRefusals());
        Json.put(node, "nextTry", progress.nextTry());
        var outcome = progress.outcome();
        if (outcome != null) {
            node.set("outcome", OutcomeJson.write(outcome));
        }
        Json.put(node, "since", progress.since());
        Json.put(node, "history", progress.history(), ProgressJson::attempt);
        node.set("trail", TrailJson.write(progress.trail()));
        return node;
    }

    static Progress read(JsonNode node, Instant acceptedAt) {
        return new Progress(
                State.valueOf(Json.text(node, "state", "")),
                Json.text(node, "sentence", ""),
                Json.integer(node, "attempts", 0),
                Json.integer(node, "salesforceRefusals", 0),
                Json.time(node, "nextTry"),
                OutcomeJson.read(node.path("outcome")),
                Json.time(node, "since", acceptedAt),
                Json.each(node, "history", ProgressJson::attempt),
                TrailJson.read(node.path("trail")));
    }

    private static ObjectNode attempt(Attempt attempt) {
        var node = Json.object();
        Json.put(node, "at", attempt.at());
        node.put("took", attempt.took().toString());
        node.put("kind", attempt.kind().name());
        node.put("sentence", attempt.sentence());
        node.put("node", attempt.node());
        return node;
    }

    private static Attempt attempt(JsonNode node) {
        return new Attempt(
                Json.time(node, "at", Instant.EPOCH),
                Duration.parse(Json.text(node, "took", "PT0S")),
                Attempt.Kind.valueOf(Json.text(node, "kind", "")),
                Json.text(node, "sentence", ""),
                Json.text(node, "node", ""));
    }
}
