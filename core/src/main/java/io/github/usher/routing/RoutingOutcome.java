package io.github.usher.routing;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one call of the routing API came to. Each holds one sentence for the log and the admin, without personal data.
 */
public sealed interface RoutingOutcome {
    String sentence();

    /**
     * A booking page came back. Its addresses have been checked by {@link BookingHosts}.
     *
     * @param routeId the API's id of this booking request; null where it sent none
     * @param url the calendar
     * @param realtimeUrl the live call, where somebody is free for one
     * @param redirect what follows a booking
     */
    record Routed(
            @Nullable String routeId, URI url, @Nullable URI realtimeUrl, AfterBooking redirect)
            implements RoutingOutcome {
        @Override
        public String sentence() {
            return realtimeUrl == null ? "Routed to a calendar." : "Routed to a calendar, with a live call.";
        }
    }

    /**
     * The router's rules have nobody for this prospect (8003, 8007, {@code schedulingAllowed: false}).
     *
     * @param link the API's own page for such a prospect, unchecked; null where there is none
     */
    record Disqualified(String sentence, @Nullable String link) implements RoutingOutcome {}

    /**
     * A person must act before another try makes sense.
     *
     * @param cause which of the retry rules holds
     */
    record Refused(Cause cause, String sentence) implements RoutingOutcome {
        /** What kind of refusal it is; the retry rules differ. */
        public enum Cause {
            /** 8002: Salesforce would not save the lead. Three tries with the same values are worth it. */
            SALESFORCE,
            /** 8001, 8004, 8005, 400, 422 and other 4xx: this lead as it is will never go. */
            LEAD_OR_ROUTER,
            /** 401, 403, 404, 410: the address or the permission is wrong for every lead. */
            ACCESS
        }
    }

    /**
     * Worth another try later.
     *
     * @param retryAfter the time the API asked for, at most one hour; null where it asked for none
     * @param ambiguous whether the lead may have arrived all the same
     * @param attempted false: nothing was sent, since the API was known to be away or the client was closed, so this was
     *     no try of the lead; {@code retryAfter} then says when one makes sense
     */
    record Unavailable(String sentence, @Nullable Duration retryAfter, boolean ambiguous, boolean attempted)
            implements RoutingOutcome {
        /** After a call that was made. */
        public Unavailable(String sentence, @Nullable Duration retryAfter, boolean ambiguous) {
            this(sentence, retryAfter, ambiguous, true);
        }

        /** Without a call. */
        public static Unavailable notAsked(String sentence, @Nullable Duration retryAfter) {
            return new Unavailable(sentence, retryAfter, false, false);
        }
    }
}
