package io.github.usher.handoff;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Routed;
import java.net.URI;

/** Where the prospect goes, once it is known what the routing API answered. */
public sealed interface NextStep {
    /** One page: the calendar, or the live call in its place. */
    record Booking(URI page) implements NextStep {}

    /** The prospect chooses between both. */
    record Choice(URI calendar, URI liveCall) implements NextStep {}

    /** A place that the config names. */
    record To(Place place) implements NextStep {}

    /** A link of the API, which must be checked before anybody is sent there; untrusted, the site's own page comes. */
    record IfTrusted(String link) implements NextStep {}

    /** The site's own page. */
    record OwnPage() implements NextStep {}

    static NextStep of(Plan plan, RoutingOutcome outcome) {
        if (outcome instanceof Routed routed) {
            return booking(plan, routed);
        }
        if (outcome instanceof Disqualified disqualified) {
            return disqualified(plan, disqualified);
        }
        return new OwnPage();
    }

    private static NextStep booking(Plan plan, Routed routed) {
        var calendar = BookingAddress.with(routed.url(), plan.bookingPage());
        var realtimeUrl = routed.realtimeUrl();
        if (realtimeUrl == null || plan.liveCall() == LiveCall.IGNORE) {
            return new Booking(calendar);
        }
        var liveCall = BookingAddress.with(realtimeUrl, plan.bookingPage());
        return plan.liveCall() == LiveCall.PREFER ? new Booking(liveCall) : new Choice(calendar, liveCall);
    }

    private static NextStep disqualified(Plan plan, Disqualified disqualified) {
        var place = plan.disqualified();
        if (place != null) {
            return new To(place);
        }
        var link = disqualified.link();
        return link == null || link.isBlank() ? new OwnPage() : new IfTrusted(link);
    }
}
