package io.github.usher.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.usher.submission.Token;
import java.time.Duration;
import java.util.Optional;

/** The hand-off pages that this node gave out lately: the token that the store has only as a hash, and the deadline. */
final class Visits {
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST = 20_000;

    private final Cache<String, Visit> byId = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST)
            .executor(Runnable::run)
            .build();

    void put(String id, Visit visit) {
        byId.put(id, visit);
    }

    Optional<Visit> of(String id) {
        return Optional.ofNullable(byId.getIfPresent(id));
    }

    /** @param deadline when the prospect has waited long enough, in {@link System#nanoTime()} */
    record Visit(Token token, long deadline) {}
}
