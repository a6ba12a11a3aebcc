package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.LogLines;
import io.github.usher.delivery.Unwritten.Entry;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreTroubleTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final String RETURN =
            "The store takes submissions again, and what was in memory alone has been written.";

    private final StoreException full = new StoreException("The disk is full.");
    private final Unwritten unwritten = new Unwritten(9);
    private final LogLines log = LogLines.listen();
    private long nanos = -5;
    private final StoreTrouble trouble = new StoreTrouble(() -> nanos);

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Test
    void is_said_at_once_and_then_once_a_minute_with_what_is_at_stake() {
        keep("A");
        trouble.tell(full, unwritten);
        trouble.tell(full, unwritten);
        nanos += Duration.ofMinutes(1).toNanos() - 1;
        trouble.remind(unwritten);
        assertThat(log.said())
                .containsExactly(
                        "The store fails: The disk is full. Visitors get the site's own page, and new leads are"
                                + " sent from memory. 1 submissions are in memory and not yet as they are in the store; 1 of them"
                                + " have not reached Chili Piper and are lost if this process ends now.");

        nanos++;
        keep("B");
        trouble.noRoom();
        trouble.remind(unwritten);
        trouble.remind(unwritten);

        assertThat(log.said()).hasSize(2);
        assertThat(log.said().get(1))
                .contains("2 submissions are in memory")
                .endsWith(" 1 more were sent once and are kept nowhere: memory is full, too.");
    }

    @Test
    void is_over_when_nothing_is_left_in_memory_and_said_at_once_when_it_comes_again() {
        trouble.isOver(unwritten);
        trouble.remind(unwritten);
        assertThat(log.said()).isEmpty();

        var entry = keep("A");
        trouble.noRoom();
        trouble.tell(full, unwritten);
        trouble.isOver(unwritten);
        unwritten.written(entry);
        trouble.isOver(unwritten);
        trouble.isOver(unwritten);
        trouble.tell(full, unwritten);

        assertThat(log.said()).hasSize(3);
        assertThat(log.said().get(1)).isEqualTo(RETURN);
        assertThat(log.said().get(2)).contains("0 submissions are in memory").doesNotContain("kept nowhere");
    }

    @Test
    void in_the_words_of_anybody_but_the_store_is_not_repeated() {
        trouble.tell(new IllegalStateException("value 'Lovelace' is too long"), unwritten);

        assertThat(log.said()).hasSize(1);
        assertThat(log.said().get(0)).startsWith("The store fails: java.lang.IllegalStateException. ");
    }

    private Entry keep(String id) {
        var lead = Map.of("LastName", id);
        var entry = Entry.unsaved(
                Submissions.waiting(id, NOON, lead),
                Repeats.of("contact", lead, new Browser(id, null, "10.0.0.1", ""), null, Duration.ZERO),
                false);
        unwritten.add(entry);
        return entry;
    }
}
