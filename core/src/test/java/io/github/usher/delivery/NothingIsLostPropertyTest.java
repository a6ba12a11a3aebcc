package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Disqualified;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

/**
 * Submissions, a good, failing, hanging or ambiguous API, a store that fails, crashes and a clock that is set, in random
 * order: no lead is ever lost, and none that was well answered is ever sent again.
 */
class NothingIsLostPropertyTest {
    /** What happens; each but the first four is one line of the model. */
    enum Step {
        SUBMIT,
        SUBMIT_MORE,
        A_SECOND_PASSES,
        AN_HOUR_PASSES,
        API_ANSWERS_WELL,
        API_DISQUALIFIES,
        API_FAILS,
        API_IS_AMBIGUOUS,
        API_HANGS,
        STORE_FAILS,
        STORE_WORKS,
        CRASH,
        CLOCK_BACK,
        CLOCK_FORWARD
    }

    @Provide
    Arbitrary<Step> steps() {
        return Arbitraries.of(Step.values());
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void no_lead_is_lost_and_none_that_was_well_answered_is_sent_again(
            @ForAll @Size(max = 40) List<@net.jqwik.api.From("steps") Step> steps) throws Exception {
        Quiet.during(() -> run(steps));
    }

    @Example
    void a_lead_that_hangs_while_the_store_comes_back_is_not_lost() throws Exception {
        run(List.of(
                Step.STORE_FAILS, Step.CRASH, Step.AN_HOUR_PASSES, Step.CLOCK_FORWARD, Step.API_HANGS, Step.SUBMIT));
    }

    /** The next process begins to send it before it frees what the one before was sending. */
    @Example
    void a_lead_that_the_next_process_sends_at_once_is_its_own() throws Exception {
        run(List.of(
                Step.API_FAILS,
                Step.SUBMIT,
                Step.CLOCK_FORWARD,
                Step.SUBMIT,
                Step.API_HANGS,
                Step.CRASH,
                Step.SUBMIT,
                Step.STORE_FAILS,
                Step.SUBMIT,
                Step.SUBMIT,
                Step.API_ANSWERS_WELL,
                Step.AN_HOUR_PASSES,
                Step.SUBMIT,
                Step.CRASH));
    }

    private static void run(List<Step> steps) throws StoreException {
        var model = new Model();
        for (var step : steps) {
            model.take(step);
        }
        model.allIsWellAgain();
        model.check();
    }

    private static final class Model {
        private final VirtualTime time = new VirtualTime();
        private final Delivering delivering = new Delivering(time, 1_000);
        private final Set<String> accepted = new HashSet<>();
        private final Set<String> wellAnswered = new HashSet<>();
        private final Map<String, Integer> calls = new HashMap<>();
        private int submitted;
        private Step api = Step.API_ANSWERS_WELL;

        Model() {
            delivering.api.answer = this::answer;
        }

        private CompletableFuture<RoutingOutcome> answer(RoutingRequest request) {
            var name = request.form().getOrDefault("LastName", "?");
            assertThat(wellAnswered).as("sent again after a good answer").doesNotContain(name);
            calls.merge(name, 1, Integer::sum);
            return switch (api) {
                case API_FAILS -> CompletableFuture.completedFuture(Delivering.DOWN);
                case API_IS_AMBIGUOUS -> CompletableFuture.completedFuture(new Unavailable("Reset.", null, true));
                case API_HANGS -> later(new Unavailable("No answer within 20 s.", null, true), 20);
                case API_DISQUALIFIES -> well(name, new Disqualified("Nobody (8003).", null));
                default -> well(name, Delivering.ROUTED);
            };
        }

        private CompletableFuture<RoutingOutcome> well(String name, RoutingOutcome outcome) {
            wellAnswered.add(name);
            return CompletableFuture.completedFuture(outcome);
        }

        private CompletableFuture<RoutingOutcome> later(RoutingOutcome outcome, int seconds) {
            var answer = new CompletableFuture<RoutingOutcome>();
            time.schedule(() -> answer.complete(outcome), seconds, TimeUnit.SECONDS);
            return answer;
        }

        void take(Step step) throws StoreException {
            switch (step) {
                case SUBMIT, SUBMIT_MORE -> submit();
                case A_SECOND_PASSES -> time.pass(Duration.ofSeconds(1));
                case AN_HOUR_PASSES -> time.sleep(Duration.ofHours(1));
                case STORE_FAILS -> delivering.store.failing = true;
                case STORE_WORKS -> delivering.store.failing = false;
                case CRASH -> crash();
                case CLOCK_BACK -> time.set(Duration.ofHours(-7));
                case CLOCK_FORWARD -> time.set(Duration.ofDays(400));
                default -> api = step;
            }
        }

        private void submit() {
            var name = "lead-" + ++submitted;
            accepted.add(name);
            delivering.submit(name);
        }

        /** What no store has is lost by a crash, and was announced as being at stake; it is not promised. */
        private void crash() throws StoreException {
            accepted.removeIf(name -> delivering.store.kept().byId(name).isEmpty());
            wellAnswered.removeIf(name -> delivering
                    .store
                    .kept()
                    .byId(name)
                    .filter(kept -> kept.state() == State.SENDING)
                    .isPresent());
            delivering.crash();
        }

        void allIsWellAgain() {
            delivering.store.failing = false;
            api = Step.API_ANSWERS_WELL;
            for (int hour = 0; hour < 30; hour++) {
                time.sleep(Duration.ofHours(1));
            }
        }

        void check() {
            for (var name : accepted) {
                var kept = delivering.store.kept().byId(name);
                assertThat(kept).as(name).isPresent();
                assertThat(kept.get().state()).as(name).isIn(State.ROUTED, State.DISQUALIFIED, State.NEEDS_YOU);
                if (kept.get().state() == State.NEEDS_YOU) {
                    assertThat(calls.get(name)).as(name).isGreaterThanOrEqualTo(RetrySchedule.mostAttempts() - 4);
                } else {
                    assertThat(wellAnswered).contains(name);
                }
            }
        }
    }
}
