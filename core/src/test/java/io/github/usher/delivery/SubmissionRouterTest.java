package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.Browser;
import io.github.usher.submission.MemoryStore;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmissionRouterTest {
    private static final RoutingOutcome ROUTED =
            new Routed("r", URI.create("https://acme.chilipiper.com/b"), null, AfterBooking.nothing());
    private static final RoutingOutcome DOWN = new Unavailable("503.", null, false);

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private long nanos;
    private final MemoryStore store = new MemoryStore(10_000, () -> now);
    private final ScriptedApi api = new ScriptedApi(ROUTED);
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final SubmissionRouter router = new SubmissionRouter(store, api, 5, () -> now, () -> nanos, executor);

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void a_new_submission_is_sent_at_once() throws Exception {
        var routed = router.route(saved("Ada")).get(5, TimeUnit.SECONDS);

        assertThat(routed.state()).isEqualTo(State.ROUTED);
        assertThat(store.byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void a_submission_under_way_is_never_sent_twice() throws Exception {
        var answer = new CompletableFuture<RoutingOutcome>();
        api.answer = request -> answer;
        var submission = saved("Ada");

        var first = router.route(submission);
        tick();
        var second = router.route(submission);
        answer.complete(ROUTED);

        assertThat(second).isSameAs(first);
        first.get(5, TimeUnit.SECONDS);
        tick();
        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void a_submission_that_is_done_is_not_sent_again() throws Exception {
        var submission = saved("Ada");
        router.route(submission).get(5, TimeUnit.SECONDS);

        router.route(submission).get(5, TimeUnit.SECONDS);

        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void a_failed_one_is_sent_again_when_its_time_has_come() throws Exception {
        api.answerAlways(DOWN);
        router.route(saved("Ada")).get(5, TimeUnit.SECONDS);
        api.answerAlways(ROUTED);

        tick();
        assertThat(api.asked).hasSize(1);
        now = now.plusSeconds(6);
        tick();

        assertThat(api.asked).hasSize(2);
        assertThat(store.byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @Test
    void during_an_outage_no_lead_goes_before_its_time_until_the_api_answers_a_question_without_one() throws Exception {
        outage("Ada", "Bob", "Cy");
        api.reachable = false;
        int asked = api.asked.size();

        nanos += Duration.ofSeconds(6).toNanos();
        tick();

        assertThat(api.probes).hasValue(1);
        assertThat(api.asked).hasSize(asked);
    }

    @Test
    void after_an_outage_the_oldest_goes_first_and_then_all_at_the_catch_up_rate() throws Exception {
        var names = new String[12];
        for (int i = 0; i < names.length; i++) {
            names[i] = "N" + (char) ('a' + i);
        }
        outage(names);
        api.asked.clear();
        api.answerAlways(ROUTED);

        nanos += Duration.ofSeconds(6).toNanos();
        tick();
        assertThat(api.asked).containsExactly("Na");
        tick();
        assertThat(api.asked).containsExactly("Na", "Nb", "Nc", "Nd", "Ne", "Nf");
        tick();
        tick();
        assertThat(api.asked).containsExactly(names);
    }

    @Test
    void a_probe_that_misleads_does_not_use_up_the_schedule() throws Exception {
        outage("Ada", "Bob", "Cy");
        api.asked.clear();

        for (int i = 0; i < 100; i++) {
            nanos += Duration.ofSeconds(30).toNanos();
            tick();
        }

        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void during_an_outage_the_schedule_goes_on_one_lead_at_a_time() throws Exception {
        outage("Ada", "Bob", "Cy");
        api.reachable = false;
        api.asked.clear();

        now = now.plusSeconds(600);
        tick();

        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void nothing_is_sent_that_may_not_be_sent_any_more() throws Exception {
        api.answerAlways(DOWN);
        router.route(saved("Ada")).get(5, TimeUnit.SECONDS);
        api.asked.clear();
        router.use(api, 5, submission -> false);

        now = now.plusSeconds(600);
        tick();

        assertThat(api.asked).isEmpty();
    }

    @Test
    void what_needed_a_person_is_tried_once_more_when_the_config_is_saved() throws Exception {
        api.answerAlways(new Refused(Refused.Cause.LEAD_OR_ROUTER, "8001."));
        router.route(saved("Ada")).get(5, TimeUnit.SECONDS);
        tick();
        api.asked.clear();
        api.answerAlways(ROUTED);

        router.use(api, 5, submission -> true);
        tick();

        assertThat(api.asked).containsExactly("Ada");
        assertThat(store.byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @Test
    void a_new_prospect_does_not_wait_behind_those_of_an_outage() throws Exception {
        outage("Ada", "Bob", "Cy", "Di", "Ed", "Flo", "Gus");
        api.asked.clear();
        api.answerAlways(ROUTED);

        router.route(saved("New")).get(5, TimeUnit.SECONDS);

        assertThat(api.asked.get(0)).isEqualTo("New");
    }

    @Test
    void those_refused_for_want_of_access_follow_when_one_succeeds() throws Exception {
        api.answerAlways(new Refused(Refused.Cause.ACCESS, "404."));
        router.route(saved("Ada")).get(5, TimeUnit.SECONDS);
        router.route(saved("Bob")).get(5, TimeUnit.SECONDS);
        assertThat(store.byId("Bob").orElseThrow().state()).isEqualTo(State.NEEDS_YOU);
        api.asked.clear();

        tick();
        assertThat(api.asked).containsExactly("Ada");
        api.answerAlways(ROUTED);
        tick();
        assertThat(api.asked).as("no second try within the hour").containsExactly("Ada");
        nanos += Duration.ofHours(1).toNanos();
        tick();
        tick();

        assertThat(store.byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
        assertThat(store.byId("Bob").orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @Test
    void a_lead_that_no_store_took_is_sent_all_the_same() throws Exception {
        var unsaved = Submissions.waiting("X", now, Map.of("LastName", "X"));

        var routed = router.route(unsaved).get(5, TimeUnit.SECONDS);

        assertThat(routed.state()).isEqualTo(State.ROUTED);
        assertThat(api.asked).containsExactly("X");
    }

    @Test
    void closing_ends_the_wait_of_those_under_way() throws Exception {
        api.answer = request -> new CompletableFuture<>();
        var waiting = router.route(saved("Ada"));

        router.close();

        assertThat(waiting.get(5, TimeUnit.SECONDS).id()).isEqualTo("Ada");
    }

    private void outage(String... names) throws Exception {
        api.answerAlways(DOWN);
        for (var name : names) {
            router.route(saved(name)).get(5, TimeUnit.SECONDS);
            now = now.plusMillis(1);
        }
    }

    private void tick() throws Exception {
        executor.submit(router::tick).get(5, TimeUnit.SECONDS);
        // What the tick handed to the executor runs before what is handed to it now; two steps follow each answer.
        for (int i = 0; i < 3; i++) {
            executor.submit(() -> {}).get(5, TimeUnit.SECONDS);
        }
    }

    private Submission saved(String name) throws Exception {
        var lead = Map.of("LastName", name);
        var submission = Submissions.waiting(name, now, lead);
        store.save(
                submission,
                Repeats.of("contact", lead, new Browser(name, null, "10.0.0.1", ""), null, Duration.ZERO),
                null);
        return submission;
    }
}
