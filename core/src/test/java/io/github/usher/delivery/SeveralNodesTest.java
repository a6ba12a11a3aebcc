package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two nodes on one store. */
class SeveralNodesTest {
    private final VirtualTime time = new VirtualTime();
    private final Delivering one = new Delivering(time, 1_000);
    private final ScriptedApi apiOfOther = new ScriptedApi(Delivering.ROUTED);
    private final SubmissionRouter other =
            new SubmissionRouter(one.store.as("node-b"), apiOfOther, Delivering.PACE, time, time, time, Runnable::run);

    @Test
    void a_page_on_another_node_hears_of_the_outcome_while_it_is_held() {
        var answer = new CompletableFuture<RoutingOutcome>();
        one.api.answer = request -> answer;
        var ada = one.submit("Ada");
        other.start();

        var page = other.outcome(stored(ada), Duration.ofSeconds(8));
        time.pass(Duration.ofSeconds(1));
        assertThat(page).isNotDone();
        answer.complete(Delivering.ROUTED);
        time.pass(Duration.ofMillis(300));

        assertThat(page).isCompletedWithValueMatching(done -> done.state() == State.ROUTED);
    }

    @Test
    void a_good_answer_that_comes_after_the_lead_was_taken_up_elsewhere_wins_and_ends_the_calls() throws Exception {
        var answer = new CompletableFuture<RoutingOutcome>();
        one.api.answer = request -> answer;
        var ada = one.submit("Ada");
        takenUp(ada);

        answer.complete(Delivering.ROUTED);
        time.settle();

        assertThat(stored(ada).state()).isEqualTo(State.ROUTED);
        other.tick();
        time.pass(Duration.ofSeconds(10));
        assertThat(apiOfOther.asked).isEmpty();
    }

    @Test
    void a_failure_that_comes_after_the_lead_was_taken_up_elsewhere_changes_nothing_but_the_history() throws Exception {
        var answer = new CompletableFuture<RoutingOutcome>();
        one.api.answer = request -> answer;
        var ada = one.submit("Ada");
        takenUp(ada);
        other.route(stored(ada));
        time.settle();
        assertThat(stored(ada).state()).isEqualTo(State.ROUTED);

        answer.complete(Delivering.DOWN);
        time.settle();

        assertThat(stored(ada).state()).isEqualTo(State.ROUTED);
        assertThat(stored(ada).progress().history()).hasSize(2);
    }

    @Test
    void waiting_leads_are_sent_by_one_node_at_a_time_and_by_the_other_soon_after_it_is_gone() throws Exception {
        other.start();
        for (int i = 0; i < 100; i++) {
            waiting("lead-" + i);
        }

        time.pass(Duration.ofSeconds(11));
        int byOne = one.api.asked.size();
        int byOther = apiOfOther.asked.size();
        assertThat(byOne + byOther).as("five a second over both").isBetween(40, 60);
        assertThat(Math.min(byOne, byOther)).as("one of them has nothing to do").isZero();

        (byOne > 0 ? one.router() : other).close();
        time.pass(Duration.ofSeconds(30));
        assertThat(one.api.asked.size() + apiOfOther.asked.size()).isEqualTo(100);
    }

    private void waiting(String name) throws StoreException {
        var lead = Map.of("LastName", name);
        var repeats = Repeats.of("contact", lead, new Browser(name, null, "10.0.0.1", ""), null, Duration.ZERO);
        one.store.save(Submissions.waiting(name, time.instant(), lead), repeats, null);
    }

    private void takenUp(Submission submission) throws StoreException {
        one.store.kept().update(submission.id(), progress -> progress.dueAt(time.instant()));
    }

    private Submission stored(Submission submission) {
        return one.store.kept().byId(submission.id()).orElseThrow();
    }
}
