package io.github.usher.routing;

import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the legacy API means for a lead: the one table of outcomes.
 *
 * <p>In this order: a known error code counts whatever the status and whatever stands beside it; then an allowed URL in
 * an answer of the range 200 to 399; then a known code that only the message names; then the status. A code of the
 * API's range (80xx) that is not known is worth another try, whatever the status but those of {@code ACCESS}. No
 * sentence repeats what the API said, since it may speak of the prospect. Never throws. Thread-safe.
 */
final class RoutingAnswer implements Answers {
    private static final ByStatus BY_STATUS = new ByStatus(
            Stream.of(401, 403, 404, 410)
                    .collect(Collectors.toUnmodifiableMap(status -> status, RoutingAnswer::access)),
            "Chili Piper would not take this lead (HTTP {0}). Check its values and the router.");

    private final BookingHosts hosts;
    private final InstantSource clock;

    RoutingAnswer(BookingHosts hosts, InstantSource clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public RoutingOutcome read(int status, @Nullable String retryAfter, byte[] body) {
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
        if (strong != null && strong / 100 == 80 && status < 500 && !BY_STATUS.isAccess(status)) {
            return unknownCode(strong, wait);
        }
        return BY_STATUS.outcome(status, wait, "with an error");
    }

    @Override
    public RoutingOutcome unreadable(int status, @Nullable String retryAfter, String what) {
        return BY_STATUS.outcome(status, wait(retryAfter), what);
    }

    private RoutingOutcome withoutError(int status, AnswerJson json, @Nullable Duration wait) {
        if (json.isFalse("/schedulingAllowed")) {
            return AnswerParts.disqualified(json);
        }
        var address = json.text("/url");
        var url = hosts.trusted(address);
        if (url.isPresent()) {
            var realtimeUrl = hosts.trusted(json.text("/realtimeUrl")).orElse(null);
            return new Routed(
                    AnswerParts.routeId(json, "/routeId"), url.get(), realtimeUrl, AnswerParts.afterBooking(json));
        }
        var weak = json.codeInText();
        if (weak != null && ErrorCode.isKnown(weak)) {
            return ErrorCode.outcome(weak, json.text("/redirect/disqualifiedLink"));
        }
        if (address != null && !address.isBlank()) {
            return AnswerParts.notTrusted(address, wait);
        }
        var code = json.code();
        if (code != null && code != status) {
            return unknownCode(code, wait);
        }
        return BY_STATUS.outcome(status, wait, "without a booking page");
    }

    private static RoutingOutcome unknownCode(int code, @Nullable Duration wait) {
        return new Unavailable("Chili Piper answered with a code that is not known (" + code + ").", wait, true);
    }

    /** The {@code enabled} address of the vendor's own client says whether the router is there. */
    @Override
    public Rehearsal rehearsal(int status, byte[] body) {
        var json = AnswerJson.parse(body);
        if (status >= 200 && status < 300 && json != null && json.isTrue("/active")) {
            return new Rehearsal.Answers("Chili Piper answers, and the router is active.");
        }
        if (status >= 200 && status < 300 && json != null && json.isFalse("/active")) {
            return new Rehearsal.Refuses(
                    "Chili Piper answers, and knows no active router of that name. Check router and tenant.");
        }
        return new Rehearsal.Unclear("Chili Piper answers (HTTP " + status
                + "), but does not tell whether the router is active. Try it with send-test.");
    }

    private static String access(int status) {
        return "Chili Piper refused the call (HTTP " + status + "). Check tenant, base-url and the router.";
    }

    private @Nullable Duration wait(@Nullable String retryAfter) {
        return RetryAfter.parse(retryAfter, clock.instant());
    }
}
