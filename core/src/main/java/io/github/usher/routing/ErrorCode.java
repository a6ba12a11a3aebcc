package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Refused.Cause;
import org.jspecify.annotations.Nullable;

/** The error codes of the legacy API: 8001 to 8005 as its article lists them, and 8007, which its own client knows. */
final class ErrorCode {
    private ErrorCode() {}

    static boolean isKnown(int code) {
        return (code >= 8001 && code <= 8005) || code == 8007;
    }

    /** @param link the API's own page for a disqualified prospect */
    static RoutingOutcome outcome(int code, @Nullable String link) {
        return switch (code) {
            case 8001 ->
                new Refused(
                        Cause.LEAD_OR_ROUTER,
                        "Chili Piper found no default booker for the router (8001). Set one in the router.");
            case 8002 ->
                new Refused(
                        Cause.SALESFORCE,
                        "Chili Piper could not save the prospect in Salesforce (8002). Usual causes: a required Lead"
                                + " field, a validation rule, a picklist value.");
            case 8003 -> new Disqualified("No rule of the router matches this prospect (8003).", link);
            case 8004 ->
                new Refused(
                        Cause.LEAD_OR_ROUTER,
                        "Chili Piper found no queue for this prospect (8004). Check the queues of the router.");
            case 8005 ->
                new Refused(
                        Cause.LEAD_OR_ROUTER,
                        "Chili Piper found no booking link of the owner (8005). Check the router's ownership rule.");
            case 8007 -> new Disqualified("The router disqualified this prospect (8007).", link);
            default -> throw new IllegalArgumentException("No known code: " + code);
        };
    }
}
