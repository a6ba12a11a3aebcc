package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the Demand Conversion Platform means for a lead.
 *
 * <p>In the range 200 to 399 {@code schedulingAllowed: false} disqualifies, and an allowed {@code routingLink} routes;
 * all else goes by the status. Errors are JSON or {@code text/plain}; of neither is a word repeated, since it may speak
 * of the prospect. Thread-safe.
 */
final class ConciergeAnswer implements Answers {
    private static final int UNMAPPED = 400;

    private final BookingHosts hosts;
    private final InstantSource clock;
    private final ByStatus byStatus;

    ConciergeAnswer(Endpoint endpoint, BookingHosts hosts, InstantSource clock) {
        this.hosts = hosts;
        this.clock = clock;
        this.byStatus = new ByStatus(
                endpoint == Endpoint.EDGE ? ofEdge() : ofConcierge(),
                "Chili Piper would not take this lead (HTTP {0}). Check its values and the router.");
    }

    @Override
    public RoutingOutcome read(int status, @Nullable String retryAfter, byte[] body) {
        var json = AnswerJson.parse(body);
        if (json == null && status == UNMAPPED) {
            return unmapped();
        }
        if (json == null) {
            return unreadable(status, retryAfter, body.length == 0 ? "with nothing" : "with something that is no JSON");
        }
        var wait = wait(retryAfter);
        return status >= 200 && status < 400
                ? withoutError(status, json, wait)
                : byStatus.outcome(status, wait, "with an error");
    }

    @Override
    public RoutingOutcome unreadable(int status, @Nullable String retryAfter, String what) {
        return byStatus.outcome(status, wait(retryAfter), what);
    }

    @Override
    public Rehearsal rehearsal(int status, byte[] body) {
        if (byStatus.isAccess(status)) {
            return new Rehearsal.Refuses(byStatus.outcome(status, null, "").sentence());
        }
        if (status == UNMAPPED || status == 422) {
            return new Rehearsal.Answers(
                    "Chili Piper answers, and refused what could be no lead, as it should. Some slugs are looked up only"
                            + " for a real lead: try one with send-test.");
        }
        return new Rehearsal.Unclear("Chili Piper answers (HTTP " + status
                + "), but does not tell whether it would take a lead. Try one with send-test.");
    }

    private RoutingOutcome withoutError(int status, AnswerJson json, @Nullable Duration wait) {
        if (json.isFalse("/schedulingAllowed")) {
            return AnswerParts.disqualified(json);
        }
        var address = json.text("/routingLink");
        var page = hosts.trusted(address);
        if (page.isPresent()) {
            return new Routed(
                    AnswerParts.routeId(json, "/routeId", "/routingId"),
                    page.get(),
                    null,
                    AnswerParts.afterBooking(json));
        }
        return address != null && !address.isBlank()
                ? AnswerParts.notTrusted(address, wait)
                : byStatus.outcome(status, wait, "without a booking page");
    }

    private static RoutingOutcome unmapped() {
        return new Refused(
                Refused.Cause.LEAD_OR_ROUTER,
                "Chili Piper can use none of the fields of this lead (HTTP 400). Open the router's trigger in Chili Piper"
                        + " and compare: a web form trigger takes the form's own names (field-names: form) and maps them"
                        + " there; any other takes data fields (field-names: salesforce or data-fields).");
    }

    private @Nullable Duration wait(@Nullable String retryAfter) {
        return RetryAfter.parse(retryAfter, clock.instant());
    }

    private static Map<Integer, String> ofEdge() {
        return Map.of(
                401,
                "Chili Piper does not know the token (HTTP 401). Check token; where it was withdrawn, make a new one in"
                        + " Chili Piper.",
                403,
                "The token lacks the scope Concierge.route (HTTP 403). Give it that scope in Chili Piper, or make one"
                        + " that has it.",
                404,
                noSuchRouter(404),
                410,
                noSuchRouter(410));
    }

    /** Statuses of which the vendor's own client takes that the tenant is still on the legacy API: 403, 404, 412, 421. */
    private static Map<Integer, String> ofConcierge() {
        return Map.of(
                401,
                "Chili Piper wants a token (HTTP 401). Write token under chilipiper, or in the form.",
                403,
                notThere(403),
                404,
                notThere(404),
                410,
                notThere(410),
                412,
                notThere(412),
                421,
                notThere(421));
    }

    private static String noSuchRouter(int status) {
        return "Chili Piper has no router of that slug (HTTP " + status
                + "). It is wrong, or the router was renamed: copy the slug from the router's address in Chili Piper.";
    }

    private static String notThere(int status) {
        return "Chili Piper has no such router at the public address of that tenant (HTTP " + status
                + "). Copy the slug from the router's address in Chili Piper, and check tenant. Where the router was not"
                + " moved yet, platform is legacy.";
    }
}
