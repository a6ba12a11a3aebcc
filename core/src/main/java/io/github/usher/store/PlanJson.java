package io.github.usher.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Place;
import io.github.usher.handoff.Plan;
import io.github.usher.handoff.Show;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the prospect goes on, as it is kept. */
final class PlanJson {
    private static final String WAITS = "PT8S";

    private PlanJson() {}

    static ObjectNode write(Plan plan) {
        var node = Json.object().put("show", show(plan.show()));
        if (plan.show() instanceof Show.Page page) {
            node.put("page", page.path());
        }
        node.put("liveCall", plan.liveCall().name());
        node.put("visitorWaits", plan.visitorWaits().toString());
        Json.put(node, "disqualified", address(plan.disqualified()));
        Json.put(node, "fallback", address(plan.fallback()));
        Json.put(node, "booked", address(plan.booked()));
        Json.put(node, "closed", address(plan.closed()));
        Json.put(node, "bookingPage", plan.bookingPage());
        return node;
    }

    static Plan read(JsonNode node) {
        return new Plan(
                show(Json.text(node, "show", "redirect"), Json.text(node, "page", "/")),
                LiveCall.valueOf(Json.text(node, "liveCall", LiveCall.PREFER.name())),
                Duration.parse(Json.text(node, "visitorWaits", WAITS)),
                place(Json.text(node, "disqualified")),
                place(Json.text(node, "fallback")),
                place(Json.text(node, "booked")),
                place(Json.text(node, "closed")),
                Json.texts(node, "bookingPage"));
    }

    private static String show(Show show) {
        if (show instanceof Show.Frame) {
            return "frame";
        }
        if (show instanceof Show.Page) {
            return "page";
        }
        return show instanceof Show.OwnPage ? "own-page" : "redirect";
    }

    private static Show show(String name, String page) {
        return switch (name) {
            case "frame" -> new Show.Frame();
            case "page" -> new Show.Page(page);
            case "own-page" -> new Show.OwnPage();
            default -> new Show.Redirect();
        };
    }

    private static @Nullable String address(@Nullable Place place) {
        return place == null ? null : place.address();
    }

    private static @Nullable Place place(@Nullable String address) {
        return address == null ? null : new Place(address);
    }
}
