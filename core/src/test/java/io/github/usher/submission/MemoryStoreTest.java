package io.github.usher.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private Instant now = NOON;
    private final MemoryStore store = new MemoryStore(100, () -> now);

    @Nested
    class The_double_submit_rule {
        @Test
        void the_same_values_of_the_same_session_within_five_minutes_are_one_submission() throws Exception {
            var first = save("A", session("s1"), Map.of("Email", "ada@ae.example"));
            now = NOON.plus(Duration.ofMinutes(5));

            var second = save("B", session("s1"), Map.of("Email", "ada@ae.example"));

            assertThat(first).isInstanceOf(Saved.Fresh.class);
            assertThat(second).isEqualTo(new Saved.Repeated(first.submission()));
            assertThat(store.byId("B")).isEmpty();
        }

        @Test
        void after_five_minutes_it_is_another_one() throws Exception {
            save("A", session("s1"), Map.of("Email", "ada@ae.example"));
            now = NOON.plus(Duration.ofMinutes(5)).plusMillis(1);

            assertThat(save("B", session("s1"), Map.of("Email", "ada@ae.example")))
                    .isInstanceOf(Saved.Fresh.class);
        }

        @Test
        void somebody_elses_session_gets_a_submission_of_its_own() throws Exception {
            save("A", session("s1"), Map.of("Email", "ada@ae.example"));

            assertThat(save("B", session("s2"), Map.of("Email", "ada@ae.example")))
                    .isInstanceOf(Saved.Fresh.class);
        }

        @Test
        void without_a_session_the_client_address_and_the_user_agent_tell() throws Exception {
            var first = save("A", new Browser(null, null, "10.0.0.1", "Firefox"), Map.of("Email", "ada@ae.example"));

            var same = save("B", new Browser(null, null, "10.0.0.1", "Firefox"), Map.of("Email", "ada@ae.example"));
            var other = save("C", new Browser(null, null, "10.0.0.1", "Chrome"), Map.of("Email", "ada@ae.example"));

            assertThat(same).isEqualTo(new Saved.Repeated(first.submission()));
            assertThat(other).isInstanceOf(Saved.Fresh.class);
        }

        @Test
        void whoever_has_no_session_never_gets_what_a_session_submitted() throws Exception {
            save("A", new Browser("s1", "s1", "10.0.0.1", "Firefox"), Map.of("Email", "ada@ae.example"));

            assertThat(save("B", new Browser(null, null, "10.0.0.1", "Firefox"), Map.of("Email", "ada@ae.example")))
                    .isInstanceOf(Saved.Fresh.class);
        }

        @Test
        void a_session_that_the_first_answer_made_is_recognised_in_the_second() throws Exception {
            var first = save("A", new Browser(null, "s9", "10.0.0.1", "Firefox"), Map.of("Email", "ada@ae.example"));

            assertThat(save("B", session("s9"), Map.of("Email", "ada@ae.example")))
                    .isEqualTo(new Saved.Repeated(first.submission()));
        }

        @Test
        void other_values_are_another_submission() throws Exception {
            save("A", session("s1"), Map.of("Email", "ada@ae.example"));

            assertThat(save("B", session("s1"), Map.of("Email", "grace@ae.example")))
                    .isInstanceOf(Saved.Fresh.class);
        }

        @Test
        void what_was_only_observed_does_not_keep_the_same_values_from_being_sent_later() throws Exception {
            var lead = Map.of("Email", "ada@ae.example");
            var repeats = Repeats.of("contact", lead, session("s1"), null, Duration.ZERO);
            var observed = Submissions.waiting("A", now, lead).with(Progress.first(State.OBSERVED, "Observed.", now));
            store.save(observed, repeats, null);

            var sent = store.save(Submissions.waiting("B", now, lead), repeats, null);
            var again = store.save(Submissions.waiting("C", now, lead), repeats, null);

            assertThat(sent).isInstanceOf(Saved.Fresh.class);
            assertThat(again).isEqualTo(new Saved.Repeated(sent.submission()));
        }

        @Test
        void of_many_at_once_exactly_one_is_fresh() throws Exception {
            var threads = Executors.newFixedThreadPool(8);
            try {
                var saves = IntStream.range(0, 64)
                        .mapToObj(i ->
                                (Callable<Saved>) () -> save("S" + i, session("s1"), Map.of("Email", "ada@ae.example")))
                        .toList();
                int fresh = 0;
                for (var saved : threads.invokeAll(saves)) {
                    fresh += saved.get() instanceof Saved.Fresh ? 1 : 0;
                }
                assertThat(fresh).isEqualTo(1);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Nested
    class The_same_person {
        @Test
        void gets_the_first_submission_again_and_a_changed_value_is_marked() throws Exception {
            var first = samePerson("A", Map.of("Email", "ada@ae.example", "Phone", "1"));
            now = NOON.plus(Duration.ofMinutes(29));

            var second = samePerson("B", Map.of("Email", "ada@ae.example", "Phone", "2"));

            assertThat(second).isEqualTo(new Saved.SamePerson(first.submission(), true));
        }

        @Test
        void is_another_one_after_the_time_that_the_form_names() throws Exception {
            samePerson("A", Map.of("Email", "ada@ae.example", "Phone", "1"));
            now = NOON.plus(Duration.ofMinutes(31));

            assertThat(samePerson("B", Map.of("Email", "ada@ae.example", "Phone", "2")))
                    .isInstanceOf(Saved.Fresh.class);
        }

        private Saved samePerson(String id, Map<String, String> lead) throws StoreException {
            var repeats = Repeats.of("contact", lead, session("s1"), lead.get("Email"), Duration.ofMinutes(30));
            return store.save(Submissions.waiting(id, now, lead), repeats, null);
        }
    }

    @Nested
    class Tokens {
        @Test
        void a_submission_is_found_by_the_hash_of_its_token_alone() throws Exception {
            var token = new Token("abc");
            store.save(Submissions.waiting("A", now, Map.of()), repeats("A"), token.hash());

            assertThat(store.byTokenHash(token.hash())).map(Submission::id).contains("A");
            assertThat(store.byTokenHash("abc")).isEmpty();
        }

        @Test
        void a_repeat_adds_a_further_token_to_the_first_submission() throws Exception {
            store.save(Submissions.waiting("A", now, Map.of()), repeats("same"), "hash-1");
            store.save(Submissions.waiting("B", now, Map.of()), repeats("same"), "hash-2");

            assertThat(store.byTokenHash("hash-1")).map(Submission::id).contains("A");
            assertThat(store.byTokenHash("hash-2")).map(Submission::id).contains("A");
        }
    }

    @Nested
    class Room {
        @Test
        void when_it_is_full_the_oldest_that_is_done_makes_room() throws Exception {
            fill(100);
            store.update("S3", progress -> Progress.first(State.ROUTED, "Routed.", now));

            store.save(Submissions.waiting("NEW", now, Map.of()), repeats("NEW"), null);

            assertThat(store.byId("S3")).isEmpty();
            assertThat(store.byId("NEW")).isPresent();
        }

        @Test
        void when_it_is_full_of_leads_that_still_must_go_it_refuses_and_loses_none() throws Exception {
            fill(100);

            assertThatThrownBy(() -> store.save(Submissions.waiting("NEW", now, Map.of()), repeats("NEW"), null))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("holds 100 leads that have not reached Chili Piper yet");
            assertThat(store.counts().waiting()).isEqualTo(100);
        }

        private void fill(int count) throws StoreException {
            for (int i = 0; i < count; i++) {
                store.save(Submissions.waiting("S" + i, now.plusSeconds(i), Map.of()), repeats("S" + i), null);
            }
        }
    }

    @Test
    void what_is_old_is_forgotten_with_its_tokens_and_only_in_the_state_that_was_named() throws Exception {
        store.save(Submissions.waiting("OLD", NOON, Map.of()), repeats("OLD"), "hash-old");
        store.save(Submissions.waiting("STUCK", NOON, Map.of()), repeats("STUCK"), null);
        store.update("OLD", progress -> Progress.first(State.ROUTED, "Routed.", NOON));

        assertThat(store.forget(State.ROUTED, NOON)).isZero();
        assertThat(store.forget(State.ROUTED, NOON.plusMillis(1))).isEqualTo(1);

        assertThat(store.byTokenHash("hash-old")).isEmpty();
        assertThat(store.byId("STUCK")).isPresent();
    }

    @Test
    void what_is_due_comes_oldest_first_and_no_more_than_asked_for() throws Exception {
        for (var id : List.of("C", "A", "B", "LATER")) {
            store.save(Submissions.waiting(id, NOON.plusSeconds(id.charAt(0)), Map.of()), repeats(id), null);
        }
        store.update("LATER", progress -> progress.dueAt(NOON.plusSeconds(3600)));

        assertThat(store.due(NOON.plusSeconds(600), 2))
                .extracting(Submission::id)
                .containsExactly("A", "B");
        assertThat(store.due(NOON.plusSeconds(600), 9))
                .extracting(Submission::id)
                .containsExactly("A", "B", "C");
    }

    private Saved save(String id, Browser browser, Map<String, String> lead) throws StoreException {
        return store.save(
                Submissions.waiting(id, now, lead), Repeats.of("contact", lead, browser, null, Duration.ZERO), null);
    }

    private static Repeats repeats(String values) {
        return Repeats.of("contact", Map.of("x", values), session("s"), null, Duration.ZERO);
    }

    private static Browser session(String id) {
        return new Browser(id, id, "10.0.0.1", "Firefox");
    }
}
