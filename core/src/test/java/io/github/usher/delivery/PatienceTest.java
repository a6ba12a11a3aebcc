package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.submission.Browser;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that is slow, fails, or takes a save when nobody waits for it any longer. */
class PatienceTest {
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Map<String, String> ADA = Map.of("LastName", "Ada");

    private final VirtualTime time = new VirtualTime();
    private final FailingStore store = new FailingStore(100, time);
    private final ScriptedApi api = new ScriptedApi(Delivering.ROUTED);
    private final ExecutorService storeThreads = Executors.newFixedThreadPool(2);
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger hung = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final SubmissionRouter router =
            new SubmissionRouter(store, api, Delivering.PACE, time, time, time, this::onStoreThread);

    @AfterEach
    void end() {
        hanging.countDown();
        storeThreads.shutdownNow();
    }

    @Test
    void a_save_that_ends_well_after_all_follows_the_lead_and_sends_it_no_second_time() throws Exception {
        store.beforeSaving = this::hang;
        var ada = sending();
        var start = System.nanoTime();
        assertThatThrownBy(() -> save(ada)).isInstanceOf(StoreException.class).hasMessageContaining("within 50 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(PATIENCE, Duration.ofSeconds(5));
        var outcome = router.route(ada);
        settle();
        assertThat(outcome).isCompletedWithValueMatching(done -> done.state() == State.ROUTED);
        assertThat(store.kept().byId(ada.id())).as("not saved yet").isEmpty();

        hanging.countDown();
        settle();

        assertThat(store.kept().byId(ada.id()).orElseThrow().state()).isEqualTo(State.ROUTED);
        tickForAnHour();
        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void what_the_store_did_not_take_is_written_when_it_is_back_with_the_state_that_it_has_by_then() throws Exception {
        store.failing = true;
        api.answerAlways(Delivering.DOWN);
        var ada = sending();
        assertThatThrownBy(() -> save(ada)).hasMessageContaining("the disk is full");
        router.route(ada);
        settle();
        assertThat(router.ledger().atStake()).isEqualTo(1);

        store.failing = false;
        tick();

        assertThat(router.ledger().atStake()).isZero();
        var kept = store.kept().byId(ada.id()).orElseThrow();
        assertThat(kept.state()).isEqualTo(State.WAITING);
        assertThat(kept.progress().attempts()).isEqualTo(1);
        api.answerAlways(Delivering.ROUTED);
        time.pass(Duration.ofSeconds(6));
        tick();
        tick();
        assertThat(store.kept().byId(ada.id()).orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @Test
    void while_the_store_fails_a_lead_is_tried_again_from_memory_by_the_same_schedule() throws Exception {
        store.failing = true;
        api.answerAlways(Delivering.DOWN);
        var ada = sending();
        assertThatThrownBy(() -> save(ada)).isInstanceOf(StoreException.class);
        router.route(ada);
        settle();

        tick();
        assertThat(api.asked).as("before its time").hasSize(1);
        time.pass(Duration.ofSeconds(6));
        api.answerAlways(Delivering.ROUTED);
        tick();

        assertThat(api.asked).hasSize(2);
        assertThat(router.ledger().atStake()).isZero();
        store.failing = false;
        tick();
        assertThat(store.kept().byId(ada.id()).orElseThrow().state()).isEqualTo(State.ROUTED);
    }

    @Test
    void an_outcome_that_the_store_did_not_take_is_written_later_and_the_lead_is_not_sent_again() throws Exception {
        var answer = new CompletableFuture<io.github.usher.routing.RoutingOutcome>();
        api.answer = request -> answer;
        var ada = sending();
        save(ada);
        var outcome = router.route(ada);
        settle();
        store.failing = true;
        answer.complete(Delivering.ROUTED);
        settle();
        assertThat(outcome)
                .as("the visitor goes on")
                .isCompletedWithValueMatching(done -> done.state() == State.ROUTED);
        assertThat(store.kept().byId(ada.id()).orElseThrow().state()).isEqualTo(State.SENDING);

        store.failing = false;
        tickForAnHour();

        assertThat(store.kept().byId(ada.id()).orElseThrow().state()).isEqualTo(State.ROUTED);
        assertThat(api.asked).containsExactly("Ada");
    }

    @Test
    void a_second_press_of_the_button_while_the_store_fails_is_the_same_submission() {
        store.failing = true;
        var ada = sending();
        assertThatThrownBy(() -> save(ada)).isInstanceOf(StoreException.class);

        assertThat(router.ledger().repeatedInMemory(sending(), repeats()))
                .hasValueSatisfying(earlier -> assertThat(earlier.id()).isEqualTo(ada.id()));
    }

    @Test
    void saves_that_have_not_begun_when_nobody_waits_any_longer_never_begin() throws Exception {
        store.beforeSaving = this::hang;
        for (int i = 0; i < 5; i++) {
            var one = Submissions.waiting("S" + i, time.instant(), Map.of("LastName", "S" + i));
            assertThatThrownBy(() -> router.ledger().save(one, repeats(), null, PATIENCE))
                    .isInstanceOf(StoreException.class);
        }
        store.failing = true;
        store.beforeSaving = () -> {};

        hanging.countDown();
        settle();

        assertThat(store.kept().counts().waiting()).isZero();
        assertThat(router.ledger().atStake()).as("all are in memory").isEqualTo(5);
    }

    private void onStoreThread(Runnable step) {
        pending.incrementAndGet();
        storeThreads.execute(() -> {
            try {
                step.run();
            } finally {
                pending.decrementAndGet();
            }
        });
    }

    private void hang() {
        try {
            hung.incrementAndGet();
            hanging.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void save(Submission submission) throws StoreException {
        router.ledger().save(submission, repeats(), null, PATIENCE);
    }

    private static Repeats repeats() {
        return Repeats.of("contact", ADA, new Browser("s", null, "10.0.0.1", ""), null, Duration.ZERO);
    }

    private Submission sending() {
        var waiting = Submissions.waiting("Ada-1", time.instant(), ADA);
        return waiting.with(waiting.progress().sending(time.instant()));
    }

    private void tickForAnHour() throws Exception {
        for (int i = 0; i < 60; i++) {
            time.pass(Duration.ofMinutes(1));
            tick();
        }
    }

    private void tick() throws Exception {
        router.tick();
        settle();
    }

    /** Until neither executor has anything left to do, but for a save that hangs. */
    private void settle() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        do {
            assertThat(System.nanoTime()).as("it settles within 10 s").isLessThan(end);
            time.settle();
            Thread.onSpinWait();
        } while (pending.get() > hung.get() * hanging.getCount() || time.isBusy());
    }
}
