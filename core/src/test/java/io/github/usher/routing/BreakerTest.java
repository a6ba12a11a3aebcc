package io.github.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.Breaker.State;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Refused;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerTest {
    private static final RoutingRequest LEAD =
            RoutingRequest.legacy("inbound", Map.of(), Map.of(), Map.of(), Map.of(), null);
    private static final RoutingOutcome FAILED = new Unavailable("down", null, true);
    private static final RoutingOutcome GOOD = new Disqualified("no rule", null);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ScriptedClient api = new ScriptedClient();
    private final GuardedRoutingClient client = new GuardedRoutingClient(api, new Breaker(nanos::get));

    @Test
    void five_failures_among_the_last_ten_calls_stop_the_calls() {
        api.answers(FAILED, FAILED, GOOD, GOOD, FAILED, GOOD, FAILED);
        route(7);
        assertThat(client.state()).isEqualTo(State.CLOSED);

        api.answers(FAILED);
        route(1);

        assertThat(client.state()).hasToString("open");
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void while_open_nothing_is_asked_and_the_caller_is_told_so_and_until_when() {
        open();
        after(Duration.ofSeconds(4));

        var outcome = client.route(LEAD);

        assertThat(api.calls).hasSize(5);
        assertThat(outcome)
                .isCompletedWithValue(Unavailable.notAsked(
                        "Chili Piper was not asked: its last calls failed, or it asked for time.",
                        Duration.ofSeconds(6)));
    }

    @Test
    void after_ten_seconds_one_trial_is_made_and_no_second_one_beside_it() {
        open();
        after(Breaker.DELAY);
        assertThat(client.state()).hasToString("half-open");
        assertThat(client.isOpen()).isFalse();

        var trial = client.route(LEAD);
        var beside = client.route(LEAD);

        assertThat(api.calls).hasSize(6);
        assertThat(trial).isNotDone();
        assertThat(client.isOpen()).isTrue();
        assertThat(beside.join()).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.attempted()).isFalse();
            assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void a_trial_that_succeeds_lets_all_calls_through_again() {
        open();
        after(Breaker.DELAY);
        api.answers(GOOD, GOOD, FAILED);

        route(3);

        assertThat(api.calls).hasSize(8);
        assertThat(client.state()).hasToString("closed");
    }

    @Test
    void a_trial_that_fails_stops_the_calls_for_another_ten_seconds() {
        open();
        after(Breaker.DELAY);
        api.answers(FAILED);
        route(2);
        assertThat(api.calls).hasSize(6);
        assertThat(client.isOpen()).isTrue();

        after(Breaker.DELAY.minusNanos(1));
        assertThat(client.isOpen()).isTrue();
        after(Duration.ofNanos(1));
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void a_trial_that_was_never_sent_is_made_again() {
        open();
        after(Breaker.DELAY);
        api.answers(Unavailable.notAsked("stopping", null));
        route(1);

        assertThat(client.isOpen()).isFalse();
        api.answers(GOOD);
        route(1);

        assertThat(client.state()).isEqualTo(State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_shows_that_the_api_is_there(Refused.Cause cause) {
        for (var i = 0; i < 20; i++) {
            api.answers(new Refused(cause, "no"));
        }

        route(20);

        assertThat(client.state()).isEqualTo(State.CLOSED);
        assertThat(api.calls).hasSize(20);
    }

    @Test
    void no_call_is_made_before_the_time_that_the_api_asked_for() {
        api.answers(asksFor(Duration.ofMinutes(30)));
        route(1);
        assertThat(client.state()).isEqualTo(State.OPEN);

        after(Duration.ofMinutes(30).minusNanos(1));
        route(1);
        assertThat(api.calls).hasSize(1);
        after(Duration.ofNanos(1));
        api.answers(GOOD);
        route(1);

        assertThat(api.calls).hasSize(2);
        assertThat(client.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void a_shorter_request_for_time_does_not_shorten_a_longer_one() {
        route(2);
        api.complete(0, asksFor(Duration.ofMinutes(30)));
        api.complete(1, asksFor(Duration.ofSeconds(1)));

        after(Duration.ofMinutes(29));

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void a_late_success_does_not_end_the_time_that_the_api_asked_for() {
        route(2);
        api.complete(0, asksFor(Duration.ofMinutes(30)));

        api.complete(1, GOOD);

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void a_late_success_of_a_call_made_before_shows_that_the_api_is_back() {
        route(1);
        open();

        api.complete(0, GOOD);

        assertThat(client.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void late_failures_of_calls_made_before_do_not_spoil_the_recovery() {
        route(2);
        open();
        after(Breaker.DELAY);
        api.answers(GOOD);
        route(1);

        api.complete(0, FAILED);
        api.complete(1, FAILED);

        assertThat(client.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void recovery_takes_at_most_thirty_seconds_where_a_trial_hangs_for_the_whole_call_timeout() {
        open();
        after(Breaker.DELAY);
        route(1);
        after(Duration.ofSeconds(20));
        api.complete(5, FAILED);
        after(Breaker.DELAY);
        api.answers(GOOD);

        route(1);

        assertThat(client.state()).isEqualTo(State.CLOSED);
    }

    private void open() {
        api.answers(FAILED, FAILED, FAILED, FAILED, FAILED);
        route(5);
        assertThat(client.isOpen()).isTrue();
    }

    private void route(int times) {
        for (var i = 0; i < times; i++) {
            var unused = client.route(LEAD);
        }
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Unavailable asksFor(Duration time) {
        return new Unavailable("later", time, false);
    }

    /** Answers at once as it was told, or when the test says so. */
    private static final class ScriptedClient implements RoutingClient {
        private final Queue<RoutingOutcome> answers = new ArrayDeque<>();
        private final List<CompletableFuture<RoutingOutcome>> calls = new ArrayList<>();

        void answers(RoutingOutcome... outcomes) {
            answers.addAll(List.of(outcomes));
        }

        /** The call that was made as the first, second and so on, which is still open. */
        void complete(int index, RoutingOutcome outcome) {
            assertThat(calls.get(index).complete(outcome)).isTrue();
        }

        @Override
        public CompletableFuture<RoutingOutcome> route(RoutingRequest request) {
            var call = new CompletableFuture<RoutingOutcome>();
            calls.add(call);
            var answer = answers.poll();
            if (answer != null) {
                call.complete(answer);
            }
            return call;
        }

        @Override
        public CompletableFuture<Boolean> probe(RoutingRequest like) {
            return CompletableFuture.completedFuture(!answers.isEmpty());
        }

        @Override
        public CompletableFuture<Rehearsal> rehearse(Destination to, String router) {
            throw new AssertionError("Nobody rehearses here.");
        }

        @Override
        public void close() {}
    }
}
