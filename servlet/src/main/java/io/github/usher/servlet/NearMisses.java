package io.github.usher.servlet;

import io.github.usher.delivery.Recent;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says why an answer was not taken as a lead: once an hour for each form and kind. All are counted since the start, for
 * {@code check --observed}. Thread-safe and bounded.
 */
final class NearMisses {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final Instant since;

    private final Recent<String> told = new Recent<>(Duration.ofHours(1), MOST, System::nanoTime);
    private final Recent<Count> counts = Recent.most(MOST);

    NearMisses(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    void tell(String form, String kind, String sentence) {
        var key = form + " " + kind;
        counts.merge(
                key,
                new Count(sentence, 1, clock.instant()),
                (before, one) -> new Count(sentence, before.times() + 1, one.last()));
        if (told.putIfAbsent(key, sentence)) {
            LOG.log(Level.INFO, sentence);
        }
    }

    /** Each kind with how often it was, since the start. */
    List<Map<String, Object>> documents() {
        return counts.values().stream()
                .map(count -> {
                    var document = new LinkedHashMap<String, Object>();
                    document.put("nearMiss", count.sentence());
                    document.put("count", count.times());
                    document.put("last", count.last().toString());
                    document.put("since", since.toString());
                    return (Map<String, Object>) document;
                })
                .toList();
    }

    /** @param sentence the latest */
    private record Count(String sentence, int times, Instant last) {}
}
