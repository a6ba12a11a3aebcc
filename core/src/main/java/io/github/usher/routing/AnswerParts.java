package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What answers of all generations have in common. */
final class AnswerParts {
    private static final Pattern ROUTE_ID = Pattern.compile("[A-Za-z0-9._~:-]{1,100}");

    private AnswerParts() {}

    /** The API's id of this booking request, under the first of the names that has one; null where none has. */
    static @Nullable String routeId(AnswerJson json, String... pointers) {
        for (var pointer : pointers) {
            var id = json.text(pointer);
            if (id != null && ROUTE_ID.matcher(id).matches()) {
                return id;
            }
        }
        return null;
    }

    static AfterBooking afterBooking(AnswerJson json) {
        if (!json.has("/redirect")) {
            return AfterBooking.nothing();
        }
        return new AfterBooking(
                json.isTrue("/redirect/enabled"),
                json.text("/redirect/link"),
                json.number("/redirect/timeout"),
                json.text("/redirect/closeStrategy"),
                json.text("/redirect/closeLink"),
                json.text("/redirect/disqualifiedLink"),
                json.isTrue("/redirect/phoneCallRedirectEnabled"),
                json.text("/redirect/redirectCallTimeoutStrategy"),
                json.number("/redirect/redirectCallTimeout"));
    }

    static RoutingOutcome disqualified(AnswerJson json) {
        return new RoutingOutcome.Disqualified(
                "Chili Piper has no meeting for this prospect.", json.text("/redirect/disqualifiedLink"));
    }

    /** @param address of a booking page that is not trusted */
    static RoutingOutcome notTrusted(String address, @Nullable Duration wait) {
        return new Unavailable(
                "Chili Piper named a booking page on a host that is not trusted: " + BookingHosts.hostForLog(address)
                        + ". If it is yours, add it to booking-hosts.",
                wait,
                true);
    }
}
