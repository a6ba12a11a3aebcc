package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.LogLines;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WaitingLeadsTest {
    private static final Instant NOON = VirtualTime.START;

    private final VirtualTime time = new VirtualTime();
    private final FailingStore store = new FailingStore(1_000, time);
    private final WaitingLeads leads = new WaitingLeads(store, time);
    private final LogLines log = LogLines.listen();

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Nested
    class What_is_due {
        @Test
        void is_asked_for_oldest_first_again_with_each_look() throws Exception {
            assertThat(leads.someWait()).isFalse();
            put("A", NOON.minusSeconds(3));
            put("B", NOON.minusSeconds(2));
            put("C", NOON.minusSeconds(1));
            assertThat(leads.someWait()).isTrue();

            assertThat(next(2)).containsExactly("A", "B");
            store.update("A", progress -> progress.sending(NOON));
            store.update("A", progress -> progress.dueAt(NOON));
            assertThat(next(1)).as("it is due once more").containsExactly("A");
        }

        @Test
        void and_may_not_be_sent_holds_up_no_look_at_what_is_behind_it() throws Exception {
            for (int i = 0; i < 220; i++) {
                put("NO" + i, NOON.minusSeconds(300 - i));
            }
            put("YES", NOON.minusSeconds(1));
            leads.onlyThose(submission -> submission.id().startsWith("YES"));
            assertThat(leads.maySend(stored("YES"))).isTrue();
            assertThat(leads.maySend(stored("NO1"))).isFalse();

            assertThat(next(5)).as("a look goes through 200").isEmpty();
            assertThat(next(5)).containsExactly("YES");
            assertThat(next(5)).as("from the oldest again").isEmpty();
            assertThat(next(5)).containsExactly("YES");
        }

        @Test
        void behind_a_page_of_such_as_may_not_be_sent_is_found() throws Exception {
            for (int i = 0; i < 50; i++) {
                put("NO" + i, NOON.minusSeconds(300 - i));
            }
            put("YES", NOON.minusSeconds(1));
            leads.onlyThose(submission -> submission.id().equals("YES"));

            assertThat(next(5)).containsExactly("YES");
        }

        @Test
        void later_than_what_may_not_be_sent_and_accepted_before_it_is_found_when_its_time_comes() throws Exception {
            put("OLD", NOON.minusSeconds(20));
            store.update("OLD", progress -> progress.withNextTry(NOON.plusSeconds(10)));
            put("NO", NOON.minusSeconds(10));
            leads.onlyThose(submission -> submission.id().equals("OLD"));
            assertThat(next(5)).isEmpty();

            time.pass(Duration.ofSeconds(10));

            assertThat(next(5)).containsExactly("OLD");
        }
    }

    @Nested
    class A_rush {
        @Test
        void takes_all_that_waited_once_oldest_first_and_says_how_many_they_were() throws Exception {
            for (var id : List.of("A", "B", "C")) {
                put(id, NOON.minusSeconds(100 - id.charAt(0)));
                store.update(id, progress -> progress.withNextTry(NOON.plus(Duration.ofHours(2))));
            }
            assertThat(leads.someWait()).isFalse();

            assertThat(leads.rush()).isTrue();
            assertThat(leads.rush()).as("it is under way").isFalse();
            assertThat(leads.someWait()).isTrue();
            assertThat(next(2)).containsExactly("A", "B");
            assertThat(next(2)).containsExactly("C");

            assertThat(log.said()).containsExactly("All leads that waited have been tried once more; they were 3.");
            assertThat(next(2)).isEmpty();
            assertThat(leads.rush()).as("the next").isTrue();
        }

        @Test
        void without_anybody_is_not_spoken_of() throws Exception {
            leads.rush();

            assertThat(next(2)).isEmpty();

            assertThat(log.said()).isEmpty();
            assertThat(leads.someWait()).isFalse();
        }

        @Test
        void leaves_those_that_came_since_to_their_own_time_and_takes_those_of_a_clock_that_was_set_back()
                throws Exception {
            put("OLD", NOON.minusSeconds(9));
            put("FUTURE", NOON.plus(Duration.ofHours(1)));
            leads.rush();
            put("SINCE", NOON.plusSeconds(1));
            time.pass(Duration.ofSeconds(2));

            assertThat(next(9)).containsExactly("OLD", "FUTURE");
        }

        @Test
        void that_meets_the_next_outage_begins_at_the_oldest_another_time() throws Exception {
            put("A", NOON.minusSeconds(9));
            put("B", NOON.minusSeconds(8));
            leads.rush();
            assertThat(next(1)).containsExactly("A");

            leads.endRush();
            leads.rush();

            assertThat(next(1)).containsExactly("A");
        }
    }

    @Nested
    class What_ended_processes_were_sending {
        @Test
        void is_told_of_in_its_number() throws Exception {
            put("A", NOON);
            put("B", NOON);
            leave("A");
            leads.takeUp();
            leads.takeUp();
            leave("A", "B");
            leads.takeUp();

            assertThat(log.said())
                    .containsExactly(
                            "1 lead was under way where a process ended; tried again from here.",
                            "2 leads were under way where a process ended; tried again from here.");
        }

        private void leave(String... ids) throws StoreException {
            for (var id : ids) {
                store.update(id, progress -> progress.sending(NOON));
            }
            store.processEnds("the next");
        }
    }

    @Nested
    class A_clock_that_is_set {
        @Test
        void changes_no_distance_of_any_that_waits() throws Exception {
            put("A", NOON);
            put("B", NOON);
            put("STUCK", NOON);
            store.update("STUCK", progress -> progress.with(State.NEEDS_YOU, "8001.", NOON));

            leads.clockWasSet(Duration.ofHours(-1));

            assertThat(nextTry("A")).isEqualTo(NOON.minus(Duration.ofHours(1)));
            assertThat(nextTry("B")).isEqualTo(NOON.minus(Duration.ofHours(1)));
            assertThat(stored("STUCK").progress().nextTry()).isNull();
        }

        @Test
        void while_nobody_looked_leaves_none_further_away_than_the_schedule_sets_any() throws Exception {
            put("A", NOON);
            put("B", NOON);
            put("SOON", NOON);
            store.update("A", progress -> progress.withNextTry(NOON.plus(Duration.ofDays(3_650))));
            store.update("B", progress -> progress.withNextTry(NOON.plus(Duration.ofDays(3_650))));
            store.update("SOON", progress -> progress.withNextTry(NOON.plus(Duration.ofHours(20))));

            leads.takeUpMisdated();

            assertThat(nextTry("A")).isEqualTo(NOON);
            assertThat(nextTry("B")).isEqualTo(NOON);
            assertThat(nextTry("SOON")).isEqualTo(NOON.plus(Duration.ofHours(20)));
        }

        private Instant nextTry(String id) {
            return java.util.Objects.requireNonNull(stored(id).progress().nextTry());
        }
    }

    @Nested
    class The_oldest {
        @Test
        void of_those_that_are_meant_and_may_be_sent_is_found_without_reading_all() throws Exception {
            for (int i = 0; i < 150; i++) {
                put("S" + i, NOON.minusSeconds(300 - i));
            }
            leads.onlyThose(submission -> !submission.id().equals("S1"));
            store.pages = 0;

            assertThat(leads.oldest(submission -> !submission.id().equals("S0")))
                    .map(Submission::id)
                    .contains("S2");

            assertThat(store.pages).isEqualTo(1);
        }

        @Test
        void is_none_where_none_is_meant() throws Exception {
            put("A", NOON);

            assertThat(leads.oldest(submission -> false)).isEmpty();
        }
    }

    @Nested
    class Those_that_need_a_person {
        @Test
        void become_due_by_a_changed_config_but_for_those_that_were_refused_access() throws Exception {
            stuck("A", Refused.Cause.LEAD_OR_ROUTER);
            stuck("B", Refused.Cause.LEAD_OR_ROUTER);
            stuck("ACCESS", Refused.Cause.ACCESS);

            leads.configChanges();

            assertThat(due()).containsExactly("A", "B");
            assertThat(leads.refusedAccess()).map(Submission::id).contains("ACCESS");
        }

        @Test
        void become_due_when_access_is_back_where_that_was_what_they_wanted() throws Exception {
            stuck("A", Refused.Cause.LEAD_OR_ROUTER);
            stuck("ACCESS1", Refused.Cause.ACCESS);
            stuck("ACCESS2", Refused.Cause.ACCESS);

            leads.accessIsBack();

            assertThat(due()).containsExactly("ACCESS1", "ACCESS2");
            assertThat(leads.refusedAccess()).isEmpty();
        }

        @Test
        void stay_where_the_store_fails_and_that_is_told() {
            store.failing = true;

            leads.configChanges();

            assertThat(log.errors()).containsExactly("The store could not take up the leads that need you.");
        }

        private void stuck(String id, Refused.Cause cause) throws StoreException {
            put(id, NOON);
            var refused = new Refused(cause, "Refused.");
            store.update(
                    id,
                    progress -> progress.with(State.NEEDS_YOU, "Refused.", NOON).withOutcome(refused));
        }

        private List<String> due() throws StoreException {
            return store.due(NOON, 9).stream().map(Submission::id).toList();
        }
    }

    private void put(String id, Instant at) throws StoreException {
        var lead = Map.of("LastName", id);
        var repeats = Repeats.of("contact", lead, new Browser(id, null, "10.0.0.1", ""), null, Duration.ZERO);
        store.save(Submissions.waiting(id, at, lead).with(waiting(at)), repeats, null);
    }

    private static Progress waiting(Instant at) {
        return Progress.first(State.WAITING, "It is to be sent.", at.isAfter(NOON) ? NOON : at);
    }

    private Submission stored(String id) {
        return store.kept().byId(id).orElseThrow();
    }

    private List<String> next(int most) throws StoreException {
        return leads.next(most).stream().map(Submission::id).toList();
    }
}
