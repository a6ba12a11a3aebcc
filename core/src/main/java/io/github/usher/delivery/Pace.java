package io.github.usher.delivery;

import io.github.usher.config.UsherConfig;
import java.time.Duration;

/**
 * How fast leads go out, and how long anybody waits for the store.
 *
 * @param catchUpPerSecond the most waiting leads that are sent in a second, over all nodes
 * @param callsAtOnce bound of concurrent calls; waiting leads take half of them, so that new visitors find the others
 * @param patience how long a visitor waits for the store
 */
public record Pace(int catchUpPerSecond, int callsAtOnce, Duration patience) {
    public static Pace of(UsherConfig config) {
        var api = config.chiliPiper();
        return new Pace(
                api.catchUpPerSecond(), api.callsAtOnce(), config.store().patience());
    }

    int retriesAtOnce() {
        return Math.max(1, callsAtOnce / 2);
    }
}
