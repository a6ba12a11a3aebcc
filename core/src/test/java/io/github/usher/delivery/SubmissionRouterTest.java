package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SubmissionRouterTest {
    private static final RoutingOutcome ROUTED =
            new Routed("r", URI.create("https://acme.chilipiper.com/b"), null, AfterBooking.nothing());
    private static final RoutingOutcome DOWN = new Unavailable("503.", null, false);

    private static final Pace PACE = new Pace(5, 64, Duration.ofSeconds(1));

    private final VirtualTime time = new VirtualTime();
    private final FailingStore store = new FailingStore(10_000, time);
    private final ScriptedApi api = new ScriptedApi(ROUTED);
    private final SubmissionRouter router = new SubmissionRouter(store, api, PACE, time, time, time, Runnable::run);

    @Test
    void a_new_submission_is_sent_at_once() throws Exception {
        var routed = route(saved("Ada"));

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
        time.settle();

        assertThat(second).isSameAs(first).isCompleted();
        tick();
        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void a_submission_that_is_done_is_not_sent_again() throws Exception {
        var submission = saved("Ada");
        route(submission);

        route(submission);

        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void a_failed_one_is_sent_again_when_its_time_has_come() throws Exception {
        api.answerAlways(DOWN);
        route(saved("Ada"));
        api.answerAlways(ROUTED);

        tick();
        assertThat(api.asked).hasSize(1);
        time.pass(Duration.ofSeconds(6));
        tick();

        assertThat(api.asked).hasSize(2);
        assertThat(store.byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @Test
    void during_an_outage_no_lead_goes_before_its_time_until_the_api_answers_a_question_without_one() throws Exception {
        outage("Ada", "Bob", "Cy");
        api.reachable = false;
        int asked = api.asked.size();

        passOnTheTickerAlone(Duration.ofSeconds(6));
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

        passOnTheTickerAlone(Duration.ofSeconds(6));
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
        api.reachable = false;
        tickFor(Duration.ofMinutes(10));
        api.asked.clear();
        api.reachable = true;

        tickFor(Duration.ofMinutes(15));

        assertThat(api.asked).as("all are due in half an hour").containsExactly("Ada");
    }

    @Test
    void during_an_outage_the_schedule_goes_on_one_lead_at_a_time() throws Exception {
        outage("Ada", "Bob", "Cy");
        api.reachable = false;
        api.asked.clear();

        time.pass(Duration.ofMinutes(10));
        tick();

        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void nothing_is_sent_that_may_not_be_sent_any_more() throws Exception {
        api.answerAlways(DOWN);
        route(saved("Ada"));
        api.asked.clear();
        router.use(api, PACE, submission -> false);

        time.pass(Duration.ofMinutes(10));
        tick();

        assertThat(api.asked).isEmpty();
    }

    @Test
    void what_needed_a_person_is_tried_once_more_when_the_config_is_saved() throws Exception {
        api.answerAlways(new Refused(Refused.Cause.LEAD_OR_ROUTER, "8001."));
        route(saved("Ada"));
        tick();
        api.asked.clear();
        api.answerAlways(ROUTED);

        router.use(api, PACE, submission -> true);
        tick();

        assertThat(api.asked).containsExactly("Ada");
        assertThat(store.byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @Test
    void a_new_prospect_does_not_wait_behind_those_of_an_outage() throws Exception {
        outage("Ada", "Bob", "Cy", "Di", "Ed", "Flo", "Gus");
        api.asked.clear();
        api.answerAlways(ROUTED);

        route(saved("New"));

        assertThat(api.asked.get(0)).isEqualTo("New");
    }

    @Test
    void those_refused_for_want_of_access_follow_when_one_succeeds() throws Exception {
        api.answerAlways(new Refused(Refused.Cause.ACCESS, "404."));
        route(saved("Ada"));
        route(saved("Bob"));
        assertThat(store.byId("Bob").orElseThrow().state()).isEqualTo(State.NEEDS_YOU);
        api.asked.clear();

        tick();
        assertThat(api.asked).containsExactly("Ada");
        api.answerAlways(ROUTED);
        tick();
        assertThat(api.asked).as("no second try within the hour").containsExactly("Ada");
        time.pass(Duration.ofHours(1));
        tick();
        tick();

        assertThat(store.byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
        assertThat(store.byId("Bob").orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @Test
    void a_lead_that_no_store_took_is_sent_all_the_same() throws Exception {
        var unsaved = Submissions.waiting("X", time.instant(), Map.of("LastName", "X"));

        var routed = route(unsaved.with(unsaved.progress().sending(time.instant())));

        assertThat(routed.state()).isEqualTo(State.ROUTED);
        assertThat(api.asked).containsExactly("X");
    }

    @Test
    void closing_ends_the_wait_of_those_under_way() throws Exception {
        api.answer = request -> new CompletableFuture<>();
        var waiting = router.route(saved("Ada"));

        router.close();

        assertThat(waiting).isCompletedWithValueMatching(ada -> ada.id().equals("Ada"));
    }

    private void outage(String... names) throws Exception {
        api.answerAlways(DOWN);
        for (var name : names) {
            route(saved(name));
            time.pass(Duration.ofMillis(1));
        }
    }

    private void tick() {
        router.tick();
        time.settle();
    }

    private void tickFor(Duration duration) {
        for (int i = 0; i < duration.toSeconds(); i++) {
            time.pass(Duration.ofSeconds(1));
            tick();
        }
    }

    /** So that no lead becomes due by its own schedule. */
    private void passOnTheTickerAlone(Duration duration) {
        time.pass(duration);
        time.set(duration.negated());
    }

    private Submission route(Submission submission) {
        var outcome = router.route(submission);
        time.settle();
        return outcome.join();
    }

    private Submission saved(String name) throws Exception {
        var lead = Map.of("LastName", name);
        var submission = Submissions.waiting(name, time.instant(), lead);
        store.save(
                submission,
                Repeats.of("contact", lead, new Browser(name, null, "10.0.0.1", ""), null, Duration.ZERO),
                null);
        return submission;
    }
}
