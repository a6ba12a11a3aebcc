package io.github.usher.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SubmissionIdsTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private Instant now = NOON;
    private final SubmissionIds ids = new SubmissionIds(() -> now, new SecureRandom());

    @Test
    void an_id_has_twelve_letters_none_of_which_is_mistaken_for_another() {
        assertThat(ids.next()).matches("[0-9A-HJKMNP-TV-Z]{12}");
    }

    @Test
    void each_comes_after_the_one_before_although_the_clock_stands_still_or_is_set_back() {
        var first = ids.next();
        var second = ids.next();
        now = NOON.minusSeconds(60);
        var third = ids.next();
        now = NOON.plusSeconds(60);
        var fourth = ids.next();

        assertThat(new String[] {first, second, third, fourth}).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void of_many_made_at_once_no_two_are_alike_in_the_letters_that_rise() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        var made = new ArrayList<Future<String>>();
        for (int i = 0; i < 4_000; i++) {
            made.add(pool.submit(ids::next));
        }
        pool.shutdown();
        var rising = new HashSet<String>();
        for (var id : made) {
            rising.add(id.get().substring(0, SubmissionIds.RISING));
        }

        assertThat(rising).hasSize(4_000);
    }

    @Test
    void two_who_make_one_in_the_same_millisecond_differ_by_chance() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            seen.add(new SubmissionIds(() -> now, new SecureRandom()).next());
        }

        assertThat(seen).hasSizeGreaterThan(18);
    }
}
