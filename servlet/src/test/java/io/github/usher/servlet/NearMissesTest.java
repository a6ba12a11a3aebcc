package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NearMissesTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private final NearMisses nearMisses = new NearMisses(InstantSource.fixed(NOW));

    @Test
    void each_kind_of_a_form_is_counted_with_its_latest_sentence() {
        nearMisses.tell("contact", "page", "contact: answered by a page.");
        nearMisses.tell("contact", "page", "contact: answered by a page again.");
        nearMisses.tell("contact", "redirect", "contact: answered by a redirect.");

        assertThat(nearMisses.documents())
                .containsExactlyInAnyOrder(
                        document("contact: answered by a page again.", 2),
                        document("contact: answered by a redirect.", 1));
    }

    private static Map<String, Object> document(String sentence, int count) {
        return Map.of("nearMiss", sentence, "count", count, "last", NOW.toString(), "since", NOW.toString());
    }
}
