package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the legacy API means for a lead: the one table of outcomes.
 *
 * <p>In this order: a known error code counts whatever the status and whatever stands beside it; then an allowed URL in
 * an answer of the range 200 to 399; then a known code that only the message names; then the status. A code of the
 * API's range (80xx) that is not known is worth another try, whatever the status but those of {@code ACCESS}. No
 * sentence repeats what the API said, since it may speak of the prospect. Never throws. Thread-safe.
 */
final class RoutingAnswer {
    private static final Pattern ROUTE_ID = Pattern.compile("[A-Za-z0-9._~:-]{1,100}");

    private final BookingHosts hosts;
    private final InstantSource clock;

    RoutingAnswer(BookingHosts hosts, InstantSource clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * @param retryAfter the header of that name
     * @param body all of it, already inflated
     */
    RoutingOutcome read(int status, @Nullable String retryAfter, byte[] body) {
        var json = AnswerJson.parse(body);
        if (json == null) {
            return unreadable(status, retryAfter, body.length == 0 ? "with nothing" : "with something that is no JSON");
        }
        var wait = wait(retryAfter);
        var strong = json.code();
        if (strong != null && ErrorCode.isKnown(strong)) {
            return ErrorCode.outcome(strong, json.text("/redirect/disqualifiedLink"));
        }
        if (status >= 200 && status < 400) {
            return withoutError(status, json, wait);
        }
        var weak = json.codeInText();
        if (weak != null && ErrorCode.isKnown(weak)) {
            return ErrorCode.outcome(weak, json.text("/redirect/disqualifiedLink"));
        }
        if (strong != null && strong / 100 == 80 && status < 500 && !isAccess(status)) {
            return unknownCode(strong, wait);
        }
        return byStatus(status, wait, "with an error");
    }

    /** For an answer whose body could not be had or not be understood, so that only the status counts. */
    RoutingOutcome unreadable(int status, @Nullable String retryAfter, String what) {
        return byStatus(status, wait(retryAfter), what);
    }

    private RoutingOutcome withoutError(int status, AnswerJson json, @Nullable Duration wait) {
        if (json.isFalse("/schedulingAllowed")) {
            return new Disqualified(
                    "Chili Piper has no meeting for this prospect.", json.text("/redirect/disqualifiedLink"));
        }
        var address = json.text("/url");
        var url = hosts.trusted(address);
        if (url.isPresent()) {
            var realtimeUrl = hosts.trusted(json.text("/realtimeUrl")).orElse(null);
            return new Routed(routeId(json), url.get(), realtimeUrl, afterBooking(json));
        }
        var weak = json.codeInText();
        if (weak != null && ErrorCode.isKnown(weak)) {
            return ErrorCode.outcome(weak, json.text("/redirect/disqualifiedLink"));
        }
        if (address != null && !address.isBlank()) {
            return new Unavailable(
                    "Chili Piper named a booking page on a host that is not trusted: "
                            + BookingHosts.hostForLog(address) + ". If it is yours, add it to booking-hosts.",
                    wait,
                    true);
        }
        var code = json.code();
        if (code != null && code != status) {
            return unknownCode(code, wait);
        }
        return byStatus(status, wait, "without a booking page");
    }

    private static RoutingOutcome unknownCode(int code, @Nullable Duration wait) {
        return new Unavailable("Chili Piper answered with a code that is not known (" + code + ").", wait, true);
    }

    private static RoutingOutcome byStatus(int status, @Nullable Duration wait, String what) {
        if (isAccess(status)) {
            return new Refused(
                    Refused.Cause.ACCESS,
                    "Chili Piper refused the call (HTTP " + status + "). Check tenant, base-url and the router.");
        }
        if (status == 408 || status == 425 || status == 429) {
            return new Unavailable("Chili Piper asked to come back later (HTTP " + status + ").", wait, false);
        }
        if (status >= 400 && status < 500) {
            return new Refused(
                    Refused.Cause.LEAD_OR_ROUTER,
                    "Chili Piper would not take this lead (HTTP " + status + "). Check its values and the router.");
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

    private static boolean isAccess(int status) {
        return status == 401 || status == 403 || status == 404 || status == 410;
    }

    private @Nullable Duration wait(@Nullable String retryAfter) {
        return RetryAfter.parse(retryAfter, clock.instant());
    }

    private static @Nullable String routeId(AnswerJson json) {
        var id = json.text("/routeId");
        return id != null && ROUTE_ID.matcher(id).matches() ? id : null;
    }

    private static AfterBooking afterBooking(AnswerJson json) {
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
}
