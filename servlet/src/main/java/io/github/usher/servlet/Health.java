package io.github.usher.servlet;

import io.github.usher.delivery.SubmissionRouter;
import io.github.usher.submission.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How Usher is: for a monitor that asks. Thread-safe. */
final class Health {
    private static final String BEARER = "Bearer ";

    private final SubmissionRouter router;
    private final InstantSource clock;

    Health(SubmissionRouter router, InstantSource clock) {
        this.router = router;
        this.clock = clock;
    }

    boolean isUp() {
        return Guard.orNull("counting submissions", router::counts) != null;
    }

    /** As JSON. */
    String counts() {
        try {
            var counts = router.counts();
            var oldest = counts.oldestWaiting();
            long seconds = oldest == null
                    ? 0
                    : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
            return "{\"waiting\":" + counts.waiting() + ",\"oldestWaitingSeconds\":" + seconds + ",\"needsYou\":"
                    + counts.needsYou() + ",\"breaker\":\"" + router.breakerState() + "\"}";
        } catch (StoreException failed) {
            Guard.tell("counting submissions", failed);
            return "{\"breaker\":\"" + router.breakerState() + "\"}";
        }
    }

    /** Compares in constant time. */
    static boolean isAllowed(@Nullable String authorization, String token) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        var given = authorization.substring(BEARER.length()).trim().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8));
    }
}
