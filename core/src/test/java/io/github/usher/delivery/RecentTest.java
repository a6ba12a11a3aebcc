package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong(-5);
    private final Recent<String> recent = new Recent<>(MINUTE, 3, now::get);

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Nested
    class Time {
        @Test
        void what_was_written_is_there_until_its_time_is_over() {
            recent.put("a", "one");

            passes(MINUTE.minusNanos(1));
            assertThat(recent.get("a")).isEqualTo("one");
            assertThat(recent.values()).containsExactly("one");

            passes(Duration.ofNanos(1));
            assertThat(recent.get("a")).isNull();
            assertThat(recent.values()).isEmpty();
        }

        @Test
        void its_time_begins_anew_with_each_writing_and_with_no_reading() {
            recent.put("a", "one");
            passes(MINUTE.minusNanos(1));
            recent.replace("a", "two");
            passes(MINUTE.minusNanos(1));

            assertThat(recent.get("a")).isEqualTo("two");
            assertThat(recent.getOrPut("a", () -> "three")).isEqualTo("two");

            passes(Duration.ofNanos(1));
            assertThat(recent.getOrPut("a", () -> "three")).isEqualTo("three");
        }

        @Test
        void what_is_over_is_not_there_for_those_who_replace_merge_or_put_if_absent() {
            recent.put("a", "one");
            recent.put("b", "one");
            recent.put("c", "one");
            passes(MINUTE);

            recent.replace("a", "two");
            recent.merge("b", "two", String::concat);

            assertThat(recent.get("a")).isNull();
            assertThat(recent.get("b")).isEqualTo("two");
            assertThat(recent.putIfAbsent("c", "two")).isTrue();
            assertThat(recent.putIfAbsent("c", "three")).isFalse();
            assertThat(recent.get("c")).isEqualTo("two");
        }
    }

    @Nested
    class Room {
        @Test
        void the_longest_unwritten_goes_where_it_is_too_much() {
            recent.put("a", "one");
            recent.put("b", "two");
            recent.put("c", "three");
            recent.merge("a", "!", String::concat);
            recent.put("d", "four");

            assertThat(recent.values()).containsExactly("three", "one!", "four");
        }

        @Test
        void is_all_that_bounds_what_has_no_time() {
            var counts = Recent.<String>most(2);
            counts.put("a", "one");
            counts.put("b", "two");
            counts.put("c", "three");

            assertThat(counts.values()).containsExactly("two", "three");
        }
    }
}
