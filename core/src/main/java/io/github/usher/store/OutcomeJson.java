package io.github.usher.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the last call came to, as it is kept. */
final class OutcomeJson {
    private OutcomeJson() {}

    static ObjectNode write(RoutingOutcome outcome) {
        if (outcome instanceof Routed routed) {
            return routed(routed);
        }
        var node = Json.object();
        Json.put(node, "sentence", outcome.sentence());
        if (outcome instanceof Disqualified disqualified) {
            Json.put(node.put("kind", "disqualified"), "link", disqualified.link());
        } else if (outcome instanceof Refused refused) {
            node.put("kind", "refused").put("cause", refused.cause().name());
        } else if (outcome instanceof Unavailable unavailable) {
            node.put("kind", "unavailable")
                    .put("ambiguous", unavailable.ambiguous())
                    .put("attempted", unavailable.attempted());
            var retryAfter = unavailable.retryAfter();
            Json.put(node, "retryAfter", retryAfter == null ? null : retryAfter.toString());
        }
        return node;
    }

    static @Nullable RoutingOutcome read(JsonNode node) {
        var sentence = Json.text(node, "sentence", "");
        return switch (Json.text(node, "kind", "")) {
            case "routed" -> routed(node);
            case "disqualified" -> new Disqualified(sentence, Json.text(node, "link"));
            case "refused" -> new Refused(Refused.Cause.valueOf(Json.text(node, "cause", "")), sentence);
            case "unavailable" ->
                new Unavailable(
                        sentence,
                        duration(Json.text(node, "retryAfter")),
                        Json.flag(node, "ambiguous"),
                        Json.flag(node, "attempted"));
            default -> null;
        };
    }

    private static ObjectNode routed(Routed routed) {
        var node = Json.object().put("kind", "routed").put("url", routed.url().toString());
        Json.put(node, "routeId", routed.routeId());
        var live = routed.realtimeUrl();
        Json.put(node, "realtimeUrl", live == null ? null : live.toString());
        var after = routed.redirect();
        var redirect = node.putObject("redirect").put("enabled", after.enabled());
        Json.put(redirect, "link", after.link());
        Json.put(redirect, "timeout", after.timeout());
        Json.put(redirect, "closeStrategy", after.closeStrategy());
        Json.put(redirect, "closeLink", after.closeLink());
        Json.put(redirect, "disqualifiedLink", after.disqualifiedLink());
        redirect.put("phoneCall", after.phoneCallRedirectEnabled());
        Json.put(redirect, "callTimeoutStrategy", after.redirectCallTimeoutStrategy());
        Json.put(redirect, "callTimeout", after.redirectCallTimeout());
        return node;
    }

    private static Routed routed(JsonNode node) {
        var live = Json.text(node, "realtimeUrl");
        var redirect = node.path("redirect");
        return new Routed(
                Json.text(node, "routeId"),
                URI.create(Json.text(node, "url", "")),
                live == null ? null : URI.create(live),
                new AfterBooking(
                        Json.flag(redirect, "enabled"),
                        Json.text(redirect, "link"),
                        Json.integer(redirect, "timeout"),
                        Json.text(redirect, "closeStrategy"),
                        Json.text(redirect, "closeLink"),
                        Json.text(redirect, "disqualifiedLink"),
                        Json.flag(redirect, "phoneCall"),
                        Json.text(redirect, "callTimeoutStrategy"),
                        Json.integer(redirect, "callTimeout")));
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : Duration.parse(text);
    }
}
