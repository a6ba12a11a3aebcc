package io.github.usher.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.routing.RoutingRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store does, wherever it keeps things. */
public abstract class SubmissionStoreContract {
    protected static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    protected Instant now = NOON;
    protected SubmissionStore store;

    /** An empty store whose clock is this one. */
    protected abstract SubmissionStore open(InstantSource clock) throws Exception;

    @BeforeEach
    void open_it() throws Exception {
        store = open(() -> now);
    }

    @AfterEach
    void close_it() {
        store.close();
    }

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
        void after_a_while_all_that_finds_a_browser_finds_its_newer_submission() throws Exception {
            var both = new Repeats("k1", List.of("k1", "k2"), "p1", List.of("p1", "p2"), Duration.ofMinutes(5));
            var found = new Repeats("k2", List.of("k2"), null, List.of(), Duration.ZERO);
            store.save(Submissions.waiting("A", now, Map.of()), both, null);
            now = NOON.plus(Duration.ofMinutes(6));

            assertThat(store.save(Submissions.waiting("B", now, Map.of()), both, null))
                    .isInstanceOf(Saved.Fresh.class);

            assertThat(store.save(Submissions.waiting("C", now, Map.of()), found, null))
                    .isInstanceOfSatisfying(
                            Saved.Repeated.class,
                            repeated -> assertThat(repeated.submission().id()).isEqualTo("B"));
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
        void what_is_saved_once_more_after_the_store_was_away_stays_as_it_is_there() throws Exception {
            var first = save("A", session("s1"), Map.of("Email", "ada@ae.example"));
            store.update("A", progress -> progress.with(State.ROUTED, "Routed.", now));
            now = NOON.plus(Duration.ofHours(1));

            var again = save("A", session("s2"), Map.of("Email", "ada@ae.example"));

            assertThat(first).isInstanceOf(Saved.Fresh.class);
            assertThat(again).isInstanceOf(Saved.Repeated.class);
            assertThat(store.byId("A")).map(Submission::state).contains(State.ROUTED);
        }

        @RepeatedTest(5)
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

    @Nested
    class Changes {
        @Test
        void of_many_at_once_none_is_lost() throws Exception {
            save("A", session("s1"), Map.of("Email", "ada@ae.example"));
            var threads = Executors.newFixedThreadPool(8);
            try {
                var changes = IntStream.range(0, 64)
                        .mapToObj(i -> (Callable<Optional<Submission>>)
                                () -> store.update("A", progress -> progress.withAttempts(progress.attempts() + 1)))
                        .toList();
                for (var changed : threads.invokeAll(changes)) {
                    assertThat(changed.get()).isPresent();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(store.byId("A"))
                    .map(found -> found.progress().attempts())
                    .contains(64);
        }

        @Test
        void of_two_that_begin_to_send_it_at_once_one_sees_that_the_other_has_begun() throws Exception {
            save("A", session("s1"), Map.of("Email", "ada@ae.example"));
            var begun = new AtomicInteger();
            var threads = Executors.newFixedThreadPool(8);
            try {
                var begins = IntStream.range(0, 16)
                        .mapToObj(i -> (Callable<Boolean>) () -> begins("A"))
                        .toList();
                for (var begin : threads.invokeAll(begins)) {
                    begun.addAndGet(begin.get() ? 1 : 0);
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(begun).hasValue(1);
        }

        private boolean begins(String id) throws StoreException {
            var begins = new AtomicBoolean();
            store.update(id, progress -> {
                begins.set(progress.state() == State.WAITING);
                return begins.get() ? progress.sending(now) : progress;
            });
            return begins.get();
        }

        @Test
        void of_what_is_not_there_make_nothing() throws Exception {
            assertThat(store.update("NONE", progress -> progress.sending(now))).isEmpty();
            assertThat(store.byId("NONE")).isEmpty();
        }

        @Test
        void may_map_it_anew() throws Exception {
            save("A", session("s1"), Map.of("Email", "ada@ae.example"));
            var other = RoutingRequest.legacy(
                    "other", Map.of("Email", "grace@ae.example"), Map.of(), Map.of(), Map.of(), null);

            store.change("A", found -> found.remapped(other, Submissions.plan(), List.of("Cut.")));

            assertThat(store.byId("A")).map(Submission::request).contains(other);
            assertThat(store.byEmail("ada@ae.example", 9)).isEmpty();
            assertThat(store.byEmail("grace@ae.example", 9)).hasSize(1);
        }
    }

    @Nested
    class What_no_thread_waits_for {
        @Test
        void is_there_once_it_is_over_and_of_the_same_values_one_is_fresh() throws Exception {
            var saves = new ArrayList<CompletableFuture<Saved>>();
            for (int i = 0; i < 100; i++) {
                var lead = Map.of("Email", i % 50 + "@ae.example");
                var repeats = Repeats.of("contact", lead, session("s1"), null, Duration.ZERO);
                saves.add(store.saveSoon(Submissions.waiting("S" + i, now, lead), repeats, null));
            }

            int fresh = 0;
            for (var save : saves) {
                var saved = save.get(10, TimeUnit.SECONDS);
                fresh += saved instanceof Saved.Fresh ? 1 : 0;
                assertThat(store.byId(saved.submission().id())).contains(saved.submission());
            }
            assertThat(fresh).isEqualTo(50);
        }

        @Test
        void is_changed_as_often_as_that_was_asked_for() throws Exception {
            save("A", session("s1"), Map.of("Email", "ada@ae.example"));
            var changes = new ArrayList<CompletableFuture<Optional<Submission>>>();
            for (int i = 0; i < 64; i++) {
                changes.add(store.updateSoon("A", progress -> progress.withAttempts(progress.attempts() + 1)));
            }

            for (var change : changes) {
                assertThat(change.get(10, TimeUnit.SECONDS)).isPresent();
            }
            assertThat(store.byId("A"))
                    .map(found -> found.progress().attempts())
                    .contains(64);
            assertThat(store.updateSoon("NONE", progress -> progress.sending(now))
                            .get(10, TimeUnit.SECONDS))
                    .isEmpty();
        }

        @Test
        void fails_as_what_is_waited_for_where_the_change_itself_does() throws Exception {
            save("A", session("s1"), Map.of("Email", "ada@ae.example"));

            assertThatThrownBy(() -> store.updateSoon("A", progress -> {
                                throw new IllegalStateException("This one fails.");
                            })
                            .get(10, TimeUnit.SECONDS))
                    .hasStackTraceContaining("This one fails.");
            assertThat(store.byId("A")).map(Submission::state).contains(State.WAITING);
        }
    }

    @Nested
    class A_person {
        @Test
        void is_found_by_any_mapped_email_in_any_case_newest_first() throws Exception {
            put("A", NOON, Map.of("Email", "Ada@ae.example"));
            put("B", NOON.plusSeconds(1), Map.of("work_email", "ada@AE.example", "Company", "ae"));
            put("C", NOON.plusSeconds(2), Map.of("Email", "grace@ae.example"));
            put("D", NOON.plusSeconds(3), Map.of("Company", "ada@ae.example"));

            assertThat(store.byEmail("ADA@ae.example", 9))
                    .extracting(Submission::id)
                    .containsExactly("B", "A");
            assertThat(store.byEmail("ADA@ae.example", 1))
                    .extracting(Submission::id)
                    .containsExactly("B");
        }

        @Test
        void is_erased_with_tokens_and_everybody_else_stays() throws Exception {
            store.save(Submissions.waiting("A", NOON, Map.of("Email", "ada@ae.example")), repeats("A"), "hash-a");
            put("B", NOON, Map.of("Email", "grace@ae.example"));

            assertThat(store.erase(" Ada@AE.example")).isEqualTo(1);

            assertThat(store.byId("A")).isEmpty();
            assertThat(store.byTokenHash("hash-a")).isEmpty();
            assertThat(store.byEmail("ada@ae.example", 9)).isEmpty();
            assertThat(store.byId("B")).isPresent();
            assertThat(store.erase("ada@ae.example")).isZero();
            assertThat(store.save(
                            Submissions.waiting("A2", NOON, Map.of("Email", "ada@ae.example")), repeats("A"), null))
                    .isInstanceOf(Saved.Fresh.class);
        }
    }

    @Nested
    class Pages {
        @Test
        void hold_each_submission_once_whatever_their_number_even_of_one_moment() throws Exception {
            for (int i = 0; i < 250; i++) {
                put("S%03d".formatted(i), NOON.plusSeconds(i / 40), Map.of());
            }
            var seen = new ArrayList<String>();

            store.each(Selection.all(), submission -> seen.add(submission.id()));

            assertThat(seen).hasSize(250).isSorted().doesNotHaveDuplicates();
            seen.clear();
            store.each(Selection.all().newestFirstOfAll(), submission -> seen.add(submission.id()));
            assertThat(seen).hasSize(250).isSortedAccordingTo(Comparator.reverseOrder());
        }

        @Test
        void hold_no_more_than_was_asked_for() throws Exception {
            for (int i = 0; i < 250; i++) {
                put("S%03d".formatted(i), NOON.plusSeconds(i), Map.of());
            }

            var page = store.page(Selection.all(), null, 150);
            var next = store.page(Selection.all(), page.get(149), 150);

            assertThat(page).hasSize(150);
            assertThat(page.get(149).id()).isEqualTo("S149");
            assertThat(next).hasSize(100);
            assertThat(next.get(0).id()).isEqualTo("S150");
        }

        @Test
        void end_when_the_visitor_has_seen_enough() throws Exception {
            for (var id : List.of("A", "B", "C")) {
                put(id, NOON, Map.of());
            }
            var seen = new ArrayList<String>();

            store.each(Selection.all(), submission -> {
                seen.add(submission.id());
                return seen.size() < 2;
            });

            assertThat(seen).containsExactly("A", "B");
        }

        @Test
        void hold_what_is_meant_and_nothing_else() throws Exception {
            put("A", NOON, Map.of());
            put("B", NOON.plusSeconds(10), Map.of());
            put("C", NOON.plusSeconds(20), Map.of());
            store.update("B", progress -> progress.with(State.NEEDS_YOU, "See to it.", now));

            assertThat(ids(Selection.in(State.NEEDS_YOU))).containsExactly("B");
            assertThat(ids(Selection.in(State.NEEDS_YOU, State.WAITING))).containsExactly("A", "B", "C");
            assertThat(ids(Selection.all().acceptedSince(NOON.plusSeconds(10)))).containsExactly("B", "C");
            assertThat(ids(Selection.all().acceptedBefore(NOON.plusSeconds(10))))
                    .containsExactly("A");
            assertThat(ids(Selection.all().ofForm("other"))).isEmpty();
            assertThat(ids(Selection.all().ofForm("contact"))).hasSize(3);
            assertThat(store.count(Selection.all())).isEqualTo(3);
            assertThat(store.count(Selection.in(State.WAITING))).isEqualTo(2);
        }

        private List<String> ids(Selection selection) throws StoreException {
            return store.page(selection, null, 100).stream().map(Submission::id).toList();
        }
    }

    @Nested
    class Settings {
        @Test
        void are_there_until_they_are_taken_away() throws Exception {
            assertThat(store.setting("site.secret")).isEmpty();

            store.putSetting("site.secret", "one");
            store.putSetting("site.secret", "two ☃");

            assertThat(store.setting("site.secret")).contains("two ☃");
            store.putSetting("site.secret", null);
            assertThat(store.setting("site.secret")).isEmpty();
        }

        @Test
        void that_are_made_once_are_the_same_for_all_who_ask_at_once() throws Exception {
            var threads = Executors.newFixedThreadPool(8);
            try {
                var asks = IntStream.range(0, 16)
                        .mapToObj(i -> (Callable<String>) () -> store.settingOrPut("site.secret", "made " + i))
                        .toList();
                var answers = new HashSet<String>();
                for (var answer : threads.invokeAll(asks)) {
                    answers.add(answer.get());
                }
                assertThat(answers)
                        .hasSize(1)
                        .containsExactly(store.setting("site.secret").orElseThrow());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void counts_tell_what_waits_what_needs_a_person_and_since_when() throws Exception {
        assertThat(store.counts()).isEqualTo(new SubmissionStore.Counts(0, 0, null));
        for (var id : List.of("A", "B", "C", "D")) {
            put(id, NOON.plusSeconds(id.charAt(0)), Map.of());
        }
        store.update("A", progress -> progress.with(State.ROUTED, "Routed.", now));
        store.update("B", progress -> progress.with(State.NEEDS_YOU, "See to it.", now));
        store.update("C", progress -> progress.sending(now));

        assertThat(store.counts()).isEqualTo(new SubmissionStore.Counts(2, 1, NOON.plusSeconds('C')));
    }

    @Test
    void what_this_node_is_sending_stays_its_own() throws Exception {
        store.takeUp();
        put("A", NOON, Map.of());
        store.update("A", progress -> progress.sending(now));

        assertThat(store.takeUp()).isZero();
        assertThat(store.byId("A")).map(Submission::state).contains(State.SENDING);
        assertThat(store.node()).isNotBlank();
    }

    private void put(String id, Instant at, Map<String, String> lead) throws StoreException {
        store.save(Submissions.waiting(id, at, lead), repeats(id), null);
    }

    protected Saved save(String id, Browser browser, Map<String, String> lead) throws StoreException {
        return store.save(
                Submissions.waiting(id, now, lead), Repeats.of("contact", lead, browser, null, Duration.ZERO), null);
    }

    protected static Repeats repeats(String values) {
        return Repeats.of("contact", Map.of("x", values), session("s"), null, Duration.ZERO);
    }

    protected static Browser session(String id) {
        return new Browser(id, id, "10.0.0.1", "Firefox");
    }
}
