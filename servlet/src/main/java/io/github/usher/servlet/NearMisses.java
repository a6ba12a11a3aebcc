package io.github.usher.servlet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Says why an answer was not taken as a lead: once an hour for each form and kind. Thread-safe and bounded. */
final class NearMisses {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final int MOST = 1_000;

    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(MOST)
            .executor(Runnable::run)
            .build();

    void tell(String form, String kind, String sentence) {
        if (told.asMap().putIfAbsent(form + " " + kind, Boolean.TRUE) == null) {
            LOG.log(Level.INFO, sentence);
        }
    }
}
