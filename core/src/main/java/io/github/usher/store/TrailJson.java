package io.github.usher.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.usher.booking.BookingEvent;
import io.github.usher.config.NoticeKind;
import io.github.usher.submission.Notice;
import io.github.usher.submission.State;
import io.github.usher.submission.Trail;
import java.time.Instant;

/** What a submission leaves behind on its way, as it is kept. */
final class TrailJson {
    private TrailJson() {}

    static ObjectNode write(Trail trail) {
        var node = Json.object();
        Json.put(node, "steps", trail.steps(), TrailJson::step);
        Json.put(node, "events", trail.events(), TrailJson::event);
        Json.put(node, "notices", trail.notices(), TrailJson::notice);
        return node;
    }

    static Trail read(JsonNode node) {
        return new Trail(
                Json.each(node, "steps", TrailJson::step),
                Json.each(node, "events", TrailJson::event),
                Json.each(node, "notices", TrailJson::notice));
    }

    private static ObjectNode step(Trail.Step step) {
        var node = Json.object();
        Json.put(node, "at", step.at());
        return node.put("state", step.state().name()).put("sentence", step.sentence());
    }

    private static Trail.Step step(JsonNode node) {
        return new Trail.Step(
                Json.time(node, "at", Instant.EPOCH),
                State.valueOf(Json.text(node, "state", "")),
                Json.text(node, "sentence", ""));
    }

    private static ObjectNode event(BookingEvent event) {
        var node = Json.object();
        Json.put(node, "at", event.receivedAt());
        node.put("source", event.source().name());
        node.put("change", event.change().name());
        node.put("word", event.word());
        Json.put(node, "eventId", event.eventId());
        Json.put(node, "routeId", event.routeId());
        Json.put(node, "assignee", event.assignee());
        Json.put(node, "start", event.start());
        Json.put(node, "end", event.end());
        return node;
    }

    private static BookingEvent event(JsonNode node) {
        return new BookingEvent(
                Json.time(node, "at", Instant.EPOCH),
                BookingEvent.Source.valueOf(Json.text(node, "source", "")),
                BookingEvent.Change.valueOf(Json.text(node, "change", "")),
                Json.text(node, "word", ""),
                Json.text(node, "eventId"),
                Json.text(node, "routeId"),
                Json.text(node, "assignee"),
                Json.time(node, "start"),
                Json.time(node, "end"));
    }

    private static ObjectNode notice(Notice notice) {
        var node = Json.object().put("kind", notice.kind().name());
        Json.put(node, "at", notice.at());
        Json.put(node, "due", notice.due());
        node.put("attempts", notice.attempts());
        Json.put(node, "takenBy", notice.takenBy());
        return node;
    }

    private static Notice notice(JsonNode node) {
        return new Notice(
                NoticeKind.valueOf(Json.text(node, "kind", "")),
                Json.time(node, "at", Instant.EPOCH),
                Json.time(node, "due", Instant.EPOCH),
                Json.integer(node, "attempts", 0),
                Json.list(node, "takenBy"));
    }
}
