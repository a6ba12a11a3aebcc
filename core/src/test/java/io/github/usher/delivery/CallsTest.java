package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.LogLines;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final FailingStore store = new FailingStore(100, time);
    private final CompletableFuture<RoutingOutcome> answer = new CompletableFuture<>();
    private final ScriptedApi api = new ScriptedApi(Delivering.ROUTED);
    private final List<String> heard = new ArrayList<>();
    private final LogLines log = LogLines.listen();
    private boolean full;
    private final Ledger ledger = new Ledger(store, this::onStoreThread, time);
    private final Calls calls = calls(time);

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Test
    void those_under_way_are_counted_and_among_them_the_retries_until_they_end() throws Exception {
        api.answer = request -> answer;
        var first = calls.make(api, saved("New"), false, PATIENCE);
        calls.retry(api, List.of(saved("Old")), PATIENCE);
        time.settle();
        assertThat(calls.count()).isEqualTo(2);
        assertThat(calls.retries()).isEqualTo(1);
        assertThat(calls.underWay("New")).contains(first);

        answer.complete(Delivering.ROUTED);
        time.settle();

        assertThat(calls.count()).isZero();
        assertThat(calls.retries()).isZero();
        assertThat(heard).containsExactlyInAnyOrder("New is ROUTED", "Old is ROUTED");
    }

    @Test
    void how_long_an_answer_took_and_who_asked_is_in_the_history() throws Exception {
        api.answer = request -> answer;
        calls.make(api, saved("Ada"), false, PATIENCE);
        time.settle();

        time.pass(Duration.ofSeconds(3));
        answer.complete(Delivering.ROUTED);
        time.settle();

        assertThat(stored("Ada").progress().history()).singleElement().satisfies(attempt -> {
            assertThat(attempt.at()).isEqualTo(VirtualTime.START);
            assertThat(attempt.took()).isEqualTo(Duration.ofSeconds(3));
            assertThat(attempt.node()).isEqualTo("node-1");
        });
    }

    @Test
    void what_came_of_it_is_said_and_is_an_error_where_a_person_is_needed() throws Exception {
        route(saved("Ada"));
        api.answerAlways(new Refused(Refused.Cause.LEAD_OR_ROUTER, "No default booker (8001)."));
        route(saved("Bob"));

        assertThat(log.said()).hasSize(2);
        assertThat(log.said().get(0)).startsWith("contact: submission Ada is routed. ");
        assertThat(log.errors())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("contact: submission Bob is needs you. No default booker (8001)."));
    }

    @Test
    void a_beginning_that_the_store_does_not_take_makes_no_call_and_is_told() throws Exception {
        var ada = saved("Ada");
        store.failing = true;

        var outcome = calls.make(api, ada, false, PATIENCE);

        assertThat(outcome).isCompletedWithValue(ada);
        assertThat(api.asked).isEmpty();
        assertThat(calls.count()).isZero();
        assertThat(log.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("The store fails: the disk is full."));
    }

    @Test
    void where_our_own_threads_take_nothing_more_the_lead_stays_and_whoever_waits_is_answered() throws Exception {
        var ended = new ScheduledThreadPoolExecutor(1);
        ended.shutdown();
        var ada = sending("Ada");

        var outcome = calls(ended).make(api, ada, false, PATIENCE);

        assertThat(outcome).isCompletedWithValue(ada);
        assertThat(log.errors())
                .containsExactly("contact: the call for submission Ada broke ("
                        + RejectedExecutionException.class.getName() + "). The lead stays and is tried again.");
        assertThat(ledger.inMemory("Ada"))
                .hasValueSatisfying(kept -> assertThat(kept.state()).isEqualTo(State.WAITING));
    }

    @Test
    void an_answer_that_comes_when_our_own_threads_have_ended_leaves_the_lead_to_be_tried_again() throws Exception {
        var work = new ScheduledThreadPoolExecutor(1);
        api.answer = request -> answer;
        var ada = saved("Ada");
        var calls = calls(work);
        var outcome = calls.make(api, ada, false, PATIENCE);
        work.shutdown();

        answer.complete(Delivering.DOWN);

        assertThat(outcome).isCompletedWithValue(ada);
        assertThat(calls.count()).isZero();
        ledger.writeAll();
        assertThat(stored("Ada").state()).isEqualTo(State.WAITING);
    }

    @Test
    void an_answer_that_the_store_threads_cannot_take_is_kept_in_memory_and_told_to_whoever_waits() throws Exception {
        api.answer = request -> answer;
        var outcome = calls.make(api, saved("Ada"), false, PATIENCE);
        time.settle();
        full = true;

        answer.complete(Delivering.ROUTED);
        time.settle();

        assertThat(outcome).isCompletedWithValueMatching(ada -> ada.state() == State.ROUTED);
        assertThat(calls.count()).isZero();
        assertThat(stored("Ada").state()).isEqualTo(State.SENDING);
        ledger.writeAll();
        assertThat(stored("Ada").state()).isEqualTo(State.ROUTED);
    }

    @Test
    void a_call_that_ends_in_an_exception_is_one_that_may_pass() throws Exception {
        api.answer = request -> CompletableFuture.failedFuture(new IllegalStateException("value 'Lovelace'"));

        route(saved("Ada"));

        assertThat(stored("Ada").state()).isEqualTo(State.WAITING);
        assertThat(stored("Ada").progress().sentence())
                .startsWith("The call ended with java.lang.IllegalStateException.");
    }

    private Calls calls(ScheduledExecutorService work) {
        return new Calls(
                ledger,
                time,
                time,
                work,
                this::onStoreThread,
                Submission::request,
                (finished, outcome) -> heard.add(finished.id() + " is " + finished.state()));
    }

    private void onStoreThread(Runnable step) {
        if (full) {
            throw new RejectedExecutionException();
        }
        step.run();
    }

    private void route(Submission submission) {
        calls.make(api, submission, false, PATIENCE);
        time.settle();
    }

    private Submission sending(String id) {
        var waiting = waiting(id);
        return waiting.with(waiting.progress().sending(time.instant()));
    }

    private Submission saved(String id) throws StoreException {
        var browser = new Browser(id, null, "10.0.0.1", "");
        var repeats = Repeats.of("contact", Map.of("LastName", id), browser, null, Duration.ZERO);
        return store.save(waiting(id), repeats, null).submission();
    }

    private Submission waiting(String id) {
        return Submissions.waiting(id, time.instant(), Map.of("LastName", id));
    }

    private Submission stored(String id) {
        return store.kept().byId(id).orElseThrow();
    }
}
