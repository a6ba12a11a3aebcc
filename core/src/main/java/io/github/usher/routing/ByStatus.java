package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP status alone makes of a lead, the same for all generations of the API but for what must be mended.
 *
 * @param access status to sentence where the address or the permission is wrong for every lead
 * @param lead sentence for any other 4xx; {@code {0}} stands for the status
 */
record ByStatus(Map<Integer, String> access, String lead) {
    RoutingOutcome outcome(int status, @Nullable Duration wait, String what) {
        var wrongAccess = access.get(status);
        if (wrongAccess != null) {
            return new Refused(Refused.Cause.ACCESS, wrongAccess);
        }
        if (status == 408 || status == 425 || status == 429) {
            return new Unavailable("Chili Piper asked to come back later (HTTP " + status + ").", wait, false);
        }
        if (status >= 400 && status < 500) {
            return new Refused(Refused.Cause.LEAD_OR_ROUTER, lead.replace("{0}", String.valueOf(status)));
        }
        if (status >= 300 && status < 400) {
            return new Unavailable(
                    "Chili Piper answered with a redirect (HTTP " + status
                            + "), which is not followed. Check base-url.",
                    wait,
                    false);
        }
        // 503 says that the server did not handle the request; other failures may have come after it did.
        var ambiguous = status != 503;
        return new Unavailable("Chili Piper answered " + what + " (HTTP " + status + ").", wait, ambiguous);
    }

    boolean isAccess(int status) {
        return access.containsKey(status);
    }
}
