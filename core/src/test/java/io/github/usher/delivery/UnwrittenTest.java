package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.delivery.Unwritten.Entry;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is in the memory of this process alone. */
class UnwrittenTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private final Unwritten unwritten = new Unwritten(3);

    @Test
    void is_bounded_and_what_is_there_may_still_change() {
        assertThat(unwritten.add(unsaved("A"))).isTrue();
        assertThat(unwritten.add(unsaved("B"))).isTrue();
        assertThat(unwritten.add(unsaved("C"))).isTrue();

        assertThat(unwritten.add(unsaved("D"))).isFalse();
        assertThat(unwritten.add(unsaved("A"))).isTrue();

        assertThat(unwritten.size()).isEqualTo(3);
        assertThat(unwritten.of("D")).isEmpty();
    }

    @Nested
    class An_entry_that_was_written {
        @Test
        void goes_where_it_is_still_the_same() {
            var entry = add(unsaved("A"));

            unwritten.written(entry);

            assertThat(unwritten.size()).isZero();
        }

        @Test
        void stays_where_it_has_gone_on_since_and_is_no_longer_at_stake() {
            var entry = add(unsaved("A"));
            unwritten.progress("A", waiting(NOON.plusSeconds(5)));

            unwritten.written(entry);

            assertThat(unwritten.of("A"))
                    .hasValueSatisfying(
                            left -> assertThat(left.progress().nextTry()).isEqualTo(NOON.plusSeconds(5)));
            assertThat(unwritten.atStake()).isZero();
        }

        @Test
        void and_is_here_no_longer_does_not_come_back() {
            unwritten.written(unsaved("A"));

            assertThat(unwritten.size()).isZero();
        }
    }

    @Nested
    class What_is_due {
        @Test
        void is_what_waits_and_whose_time_has_come_oldest_first() {
            add(unsaved("LATER", waiting(NOON.plusSeconds(1))));
            add(unsaved("NOW", waiting(NOON)));
            add(unsaved("SENDING", waiting(NOON).sending(NOON)));

            assertThat(due(NOON, 9)).containsExactly("NOW");
            assertThat(due(NOON.plusSeconds(1), 9)).containsExactly("LATER", "NOW");
            assertThat(due(NOON.plusSeconds(1), 1)).containsExactly("LATER");
        }

        @Test
        void keeps_its_distance_when_the_clock_is_set() {
            add(unsaved("A", waiting(NOON)));

            unwritten.clockWasSet(Duration.ofHours(1));

            assertThat(due(NOON.plus(Duration.ofMinutes(59)), 9)).isEmpty();
            assertThat(due(NOON.plus(Duration.ofHours(1)), 9)).containsExactly("A");
        }

        private List<String> due(Instant now, int most) {
            return unwritten.due(now, most).stream().map(Submission::id).toList();
        }
    }

    @Nested
    class A_save_that_nobody_waits_for_any_longer {
        @Test
        void is_not_made_a_second_time_while_it_is_under_way() {
            add(Entry.unsaved(submission("A", waiting(NOON)), repeats("ada", null), true));

            assertThat(unwritten.writable(9)).isEmpty();
        }

        @Test
        void and_failed_is_made_again() {
            add(Entry.unsaved(submission("A", waiting(NOON)), repeats("ada", null), true));

            unwritten.saveEnded("A", false);

            assertThat(unwritten.writable(9)).extracting(Entry::id).containsExactly("A");
            assertThat(unwritten.atStake()).isEqualTo(1);
        }

        @Test
        void and_ended_well_is_followed_by_what_came_since() {
            add(Entry.unsaved(submission("A", waiting(NOON)), repeats("ada", null), true));

            unwritten.saveEnded("A", true);

            assertThat(unwritten.writable(9)).extracting(Entry::id).containsExactly("A");
            assertThat(unwritten.atStake()).isZero();
        }
    }

    @Test
    void at_stake_is_what_no_store_has_and_chili_piper_has_not_either() {
        add(unsaved("A"));
        add(unsaved("ROUTED", waiting(NOON).with(State.ROUTED, "It is routed.", NOON)));
        add(Entry.changed(submission("CHANGED", waiting(NOON)), UnaryOperator.identity()));

        assertThat(unwritten.atStake()).isEqualTo(1);
        assertThat(unwritten.size()).isEqualTo(3);
    }

    @Nested
    class A_repeat {
        @Test
        void is_one_of_the_same_values_within_five_minutes() {
            add(Entry.unsaved(submission("A", waiting(NOON)), repeats("ada", null), false));

            assertThat(repeated("ada", null, Duration.ofMinutes(5))).containsExactly("A");
            assertThat(repeated("ada", null, Duration.ofMinutes(5).plusMillis(1)))
                    .isEmpty();
            assertThat(repeated("bob", null, Duration.ZERO)).isEmpty();
        }

        @Test
        void is_one_of_the_same_person_within_the_time_that_the_form_names() {
            add(Entry.unsaved(submission("A", waiting(NOON)), repeats("ada", "ada@ae.example"), false));

            assertThat(repeated("changed", "ada@ae.example", A_WHILE)).containsExactly("A");
            assertThat(repeated("changed", "ada@ae.example", A_WHILE.plusMillis(1)))
                    .isEmpty();
            assertThat(repeated("changed", "bob@ae.example", Duration.ZERO)).isEmpty();
            assertThat(repeated("changed", null, Duration.ZERO)).isEmpty();
        }

        @Test
        void of_what_the_store_has_is_for_the_store_to_tell() {
            add(Entry.changed(submission("A", waiting(NOON)), UnaryOperator.identity()));

            assertThat(repeated("ada", null, Duration.ZERO)).isEmpty();
        }

        @Test
        void is_of_the_oldest_of_several_and_of_none_that_was_written() {
            var first = add(Entry.unsaved(submission("A", waiting(NOON)), repeats("ada", null), false));
            var second = add(Entry.unsaved(submission("B", waiting(NOON)), repeats("ada", null), false));

            assertThat(repeated("ada", null, Duration.ZERO)).containsExactly("A");
            unwritten.written(first);
            assertThat(repeated("ada", null, Duration.ZERO)).containsExactly("B");
            unwritten.written(second);
            assertThat(repeated("ada", null, Duration.ZERO)).isEmpty();
        }

        @Test
        void is_of_the_oldest_even_if_its_late_save_has_failed_since() {
            add(Entry.unsaved(submission("A", waiting(NOON)), repeats("ada", null), true));
            add(Entry.unsaved(submission("B", waiting(NOON)), repeats("ada", null), false));

            unwritten.saveEnded("A", false);

            assertThat(repeated("ada", null, Duration.ZERO)).containsExactly("A");
        }

        @Test
        void is_still_one_after_it_has_gone_on_but_not_after_it_was_saved_late() {
            add(Entry.unsaved(submission("A", waiting(NOON)), repeats("ada", null), true));
            unwritten.progress("A", waiting(NOON.plusSeconds(5)));
            assertThat(repeated("ada", null, Duration.ZERO)).containsExactly("A");

            unwritten.saveEnded("A", true);

            assertThat(repeated("ada", null, Duration.ZERO)).isEmpty();
        }

        private List<String> repeated(String name, @Nullable String person, Duration later) {
            return unwritten.repeatedBy(repeats(name, person), NOON.plus(later)).stream()
                    .map(Submission::id)
                    .toList();
        }
    }

    private Entry add(Entry entry) {
        assertThat(unwritten.add(entry)).isTrue();
        return entry;
    }

    private static Entry unsaved(String id) {
        return unsaved(id, waiting(NOON));
    }

    private static Entry unsaved(String id, Progress progress) {
        return Entry.unsaved(submission(id, progress), repeats(id, null), false);
    }

    private static Submission submission(String id, Progress progress) {
        return Submissions.waiting(id, NOON, Map.of("LastName", id)).with(progress);
    }

    private static Progress waiting(Instant nextTry) {
        return Progress.first(State.WAITING, "It is to be sent.", NOON).withNextTry(nextTry);
    }

    private static Repeats repeats(String name, @Nullable String person) {
        var browser = new Browser("session", null, "10.0.0.1", "");
        return Repeats.of("contact", Map.of("LastName", name), browser, person, A_WHILE);
    }
}
