package io.github.usher.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.usher.form.FormFields;
import io.github.usher.routing.Destination;
import io.github.usher.routing.Endpoint;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.Submission;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A submission as two documents: the lead, which hardly ever changes, and its progress, which does with each attempt.
 *
 * <p>Each names the version of its format, which counts up only when an older Usher would misread it. What a newer one
 * added and this one does not know is left out; what an older one did not write has a default.
 */
final class SubmissionCodec {
    private static final int VERSION = 1;

    private SubmissionCodec() {}

    static byte[] lead(Submission submission) {
        var node = document();
        node.set("request", request(submission.request()));
        var kept = node.putArray("kept");
        submission.kept().names().forEach(name -> {
            var field = kept.addArray().add(name);
            submission.kept().values(name).forEach(field::add);
        });
        node.set("plan", PlanJson.write(submission.plan()));
        var page = node.putObject("sitePage");
        page.put("address", submission.sitePage().address());
        Json.put(page, "session", submission.sitePage().session());
        Json.put(page, "tagBody", submission.sitePage().tagBody());
        Json.put(node, "notes", submission.notes());
        return Json.write(node);
    }

    static byte[] progress(Submission submission) {
        return Json.write(ProgressJson.write(document(), submission.progress()));
    }

    static Submission submission(String id, String form, Instant acceptedAt, byte[] lead, byte[] progress)
            throws UnreadableRecordException {
        var node = read(lead);
        var page = node.path("sitePage");
        try {
            return new Submission(
                    id,
                    form,
                    acceptedAt,
                    request(node.path("request")),
                    kept(node.path("kept")),
                    PlanJson.read(node.path("plan")),
                    new SitePage(
                            Json.text(page, "address", "/"), Json.text(page, "session"), Json.text(page, "tagBody")),
                    Json.list(node, "notes"),
                    ProgressJson.read(read(progress), acceptedAt));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
            // The text of such an exception may quote what it read.
            throw new UnreadableRecordException("It holds a value that this version of Usher does not know.");
        }
    }

    private static ObjectNode document() {
        return Json.object().put("v", VERSION);
    }

    private static JsonNode read(byte[] document) throws UnreadableRecordException {
        var node = Json.read(document);
        if (Json.integer(node, "v", VERSION) > VERSION) {
            throw new UnreadableRecordException("A newer version of Usher wrote it.");
        }
        return node;
    }

    private static ObjectNode request(RoutingRequest request) {
        var node = Json.object();
        var to = node.putObject("to").put("endpoint", request.to().endpoint().name());
        Json.put(to, "tokenOf", request.to().tokenOf());
        Json.put(to, "sourceUrl", request.to().sourceUrl());
        node.put("router", request.router());
        Json.put(node, "form", request.form());
        Json.put(node, "options", request.options());
        Json.put(node, "utm", request.utm());
        Json.put(node, "event", request.event());
        Json.put(node, "accountId", request.accountId());
        return node;
    }

    private static RoutingRequest request(JsonNode node) {
        var to = node.path("to");
        return new RoutingRequest(
                new Destination(
                        Endpoint.valueOf(Json.text(to, "endpoint", Endpoint.LEGACY.name())),
                        Json.text(to, "tokenOf"),
                        Json.text(to, "sourceUrl")),
                Json.text(node, "router", ""),
                Json.texts(node, "form"),
                Json.textsAndFlags(node, "options"),
                Json.texts(node, "utm"),
                Json.texts(node, "event"),
                Json.text(node, "accountId"));
    }

    private static FormFields kept(JsonNode node) {
        var fields = FormFields.builder();
        for (var field : node) {
            for (int i = 1; i < field.size(); i++) {
                fields.add(field.get(0).asText(), field.get(i).asText());
            }
        }
        return fields.build();
    }
}
