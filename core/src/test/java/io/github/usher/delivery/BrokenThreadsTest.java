package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.submission.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of the JVM in threads of ours: another takes the place, the lead stays, the page is answered. */
class BrokenThreadsTest {
    private final VirtualTime time = new VirtualTime();
    private final Delivering delivering = new Delivering(time, 100);

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, LinkageError.class})
    void in_the_client_the_lead_stays_and_is_tried_again(Class<? extends Error> type) throws Exception {
        var error = type.getConstructor().newInstance();
        delivering.api.answer = request -> {
            throw error;
        };

        var ada = delivering.submit("Ada");

        assertThat(delivering.router().underWay(ada.id()))
                .as("nobody waits any more")
                .isEmpty();
        delivering.api.answerAlways(Delivering.ROUTED);
        time.pass(Duration.ofSeconds(10));
        assertThat(delivering.store.kept().byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class})
    void in_the_store_a_good_answer_is_kept_and_the_lead_not_sent_again(Class<? extends Error> type) throws Exception {
        var answer = new java.util.concurrent.CompletableFuture<io.github.usher.routing.RoutingOutcome>();
        delivering.api.answer = request -> answer;
        var ada = delivering.submit("Ada");
        var page = delivering.router().underWay(ada.id()).orElseThrow();
        delivering.store.error = type.getConstructor().newInstance();

        answer.complete(Delivering.ROUTED);
        time.settle();
        assertThat(page).isCompletedWithValueMatching(done -> done.state() == State.ROUTED);
        time.pass(Duration.ofMinutes(2));
        delivering.store.error = null;
        time.pass(Duration.ofMinutes(10));

        assertThat(delivering.store.kept().byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
        assertThat(delivering.api.asked).containsExactly("Ada");
    }

    @Test
    void in_the_look_for_waiting_leads_the_next_second_looks_again() throws Exception {
        delivering.api.answerAlways(Delivering.DOWN);
        delivering.submit("Ada");
        delivering.store.error = new StackOverflowError();
        time.pass(Duration.ofSeconds(8));
        delivering.store.error = null;
        delivering.api.answerAlways(Delivering.ROUTED);

        time.pass(Duration.ofSeconds(60));

        assertThat(delivering.store.kept().byId("Ada").orElseThrow().state()).isEqualTo(State.ROUTED);
    }
}
