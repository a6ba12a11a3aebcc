package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.LogLines;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The store threads of these tests do their work at once, or when the test lets them, or take none. */
class LedgerTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final String RETURN =
            "The store takes submissions again, and what was in memory alone has been written.";

    private final VirtualTime time = new VirtualTime();
    private final FailingStore store = new FailingStore(20_000, time);
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final LogLines log = LogLines.listen();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Thread saver = new Thread();
    private boolean busy;
    private boolean elsewhere;
    private volatile boolean full;
    private final Ledger ledger = new Ledger(store, this::onStoreThread, time);

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @Nested
    class A_save_that_nobody_waits_for_any_longer {
        @Test
        void and_that_has_not_begun_never_begins() {
            busy = true;
            assertThatThrownBy(() -> save("Ada")).hasMessage("it did not answer within 1 ms");

            work();

            assertThat(store.kept().byId("Ada")).isEmpty();
            assertThat(ledger.atStake()).isEqualTo(1);
            ledger.writeAll();
            assertThat(store.kept().byId("Ada")).isPresent();
        }

        @Test
        void since_the_thread_was_stopped_keeps_the_lead_and_the_stop() {
            busy = true;
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> save("Ada")).hasMessage("the thread that waited for it was stopped");

            assertThat(Thread.interrupted()).isTrue();
            work();
            assertThat(store.kept().byId("Ada")).isEmpty();
            ledger.writeAll();
            assertThat(store.kept().byId("Ada")).isPresent();
        }

        @Test
        void since_the_thread_was_stopped_and_that_ends_well_after_all_is_followed_by_the_outcome() throws Exception {
            stopWhileSaving();
            var ada = ledger.inMemory("Ada").orElseThrow();
            ledger.writeAll();
            assertThat(ledger.inMemory("Ada")).as("its save is under way").isPresent();
            ledger.ended(routed(ada), before -> routed(ada).progress());

            goOn();

            assertThat(store.kept().byId("Ada"))
                    .hasValueSatisfying(kept -> assertThat(kept.state()).isEqualTo(State.ROUTED));
            assertThat(ledger.inMemory("Ada")).isEmpty();
        }

        @Test
        void and_finds_the_same_values_of_another_is_saved_all_the_same_since_it_was_sent() throws Exception {
            stopWhileSaving();
            var other = submission("Earlier");
            store.kept().save(other, repeats("Ada"), null);

            goOn();

            assertThat(store.kept().byId("Ada")).isPresent();
            assertThat(ledger.atStake()).isZero();
        }

        @Test
        void and_ends_when_the_threads_take_no_more_is_told_and_written_with_the_next_look() throws Exception {
            stopWhileSaving();
            full = true;

            goOn();

            assertThat(log.errors()).hasSize(1);
            full = false;
            ledger.writeAll();
            assertThat(ledger.inMemory("Ada")).isEmpty();
        }

        /** The save has begun, and goes on when the test lets it. */
        private void stopWhileSaving() {
            var waiting = Thread.currentThread();
            store.beforeSaving = () -> {
                store.beforeSaving = () -> {};
                waiting.interrupt();
                await(goOn);
            };
            elsewhere = true;
            assertThatThrownBy(() -> ledger.save(submission("Ada"), repeats("Ada"), null, Duration.ofSeconds(30)))
                    .hasMessage("the thread that waited for it was stopped");
            assertThat(Thread.interrupted()).isTrue();
        }

        private void goOn() throws InterruptedException {
            goOn.countDown();
            saver.join();
        }
    }

    @Nested
    class A_look {
        @Test
        void that_nobody_waits_for_any_longer_is_not_made() {
            busy = true;
            var looks = new AtomicInteger();

            assertThatThrownBy(() -> ledger.look(looks::incrementAndGet, AT_ONCE))
                    .hasMessage("it did not answer within 1 ms");
            work();

            assertThat(looks).hasValue(0);
        }

        @Test
        void of_a_thread_that_was_stopped_is_refused_and_the_stop_stays() {
            busy = true;
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> ledger.look(() -> 1, AT_ONCE))
                    .hasMessage("the thread that waited for it was stopped");

            assertThat(Thread.interrupted()).isTrue();
        }

        @Test
        void that_fails_is_told_in_the_stores_own_words_and_in_nobody_elses() throws Exception {
            assertThat(ledger.look(() -> 1, AT_ONCE)).isEqualTo(1);
            store.failing = true;
            assertThatThrownBy(() -> ledger.look(store::counts, AT_ONCE)).hasMessage("the disk is full");
            assertThatThrownBy(() -> ledger.look(
                            () -> {
                                throw new IllegalStateException("value 'Lovelace'");
                            },
                            AT_ONCE))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("it failed with java.lang.IllegalStateException");
        }

        @Test
        void when_the_threads_take_no_more_is_refused() {
            full = true;

            assertThatThrownBy(() -> ledger.look(() -> 1, AT_ONCE)).hasMessage("too many wait for it");
        }
    }

    @Nested
    class What_the_store_did_not_take {
        @Test
        void since_too_many_wait_for_it_is_in_memory_until_it_is_written_and_so_is_the_end_of_its_call() {
            full = true;
            assertThatThrownBy(() -> save("Ada")).hasMessage("too many wait for it");
            full = false;
            var waiting = submission("Ada")
                    .with(submission("Ada").progress().with(State.WAITING, "No answer.", time.instant()));

            ledger.ended(waiting, before -> waiting.progress());

            assertThat(store.kept().byId("Ada"))
                    .hasValueSatisfying(kept -> assertThat(kept.progress()).isEqualTo(waiting.progress()));
        }

        @Test
        void is_at_stake_and_said_each_minute_until_it_is_written() {
            store.failing = true;
            assertThatThrownBy(() -> save("Ada")).hasMessage("the disk is full");
            ledger.tell(new StoreException("The disk is full."));
            time.pass(Duration.ofMinutes(1));
            ledger.remind();
            assertThat(log.errors()).hasSize(2);
            assertThat(log.errors().get(1)).contains("1 of them have not reached Chili Piper");

            ledger.writeAll();
            assertThat(ledger.inMemory("Ada")).map(Submission::id).contains("Ada");
            store.failing = false;
            ledger.writeAll();

            assertThat(ledger.inMemory("Ada")).isEmpty();
            assertThat(store.kept().byId("Ada")).isPresent();
            assertThat(log.said()).endsWith(RETURN);
        }

        @Test
        void is_written_with_its_outcome_as_soon_as_that_is_there() {
            store.failing = true;
            assertThatThrownBy(() -> save("Ada")).isInstanceOf(StoreException.class);
            store.failing = false;
            var routed = routed(submission("Ada"));

            assertThat(ledger.ended(routed, before -> routed.progress())).isCompletedWithValue(routed);

            assertThat(store.kept().byId("Ada")).contains(routed);
        }

        @Test
        void is_written_by_one_thread_at_a_time_and_no_other_writes_the_same_meanwhile() throws Exception {
            store.failing = true;
            assertThatThrownBy(() -> save("Ada")).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> save("Bob")).isInstanceOf(StoreException.class);
            store.failing = false;
            var begun = new CountDownLatch(1);
            var saves = new AtomicInteger();
            store.beforeSaving = () -> {
                if (saves.incrementAndGet() == 1) {
                    begun.countDown();
                    await(goOn);
                }
            };
            saver = new Thread(ledger::writeAll);
            saver.start();
            begun.await();
            var routed = routed(submission("Bob"));

            ledger.ended(routed, before -> routed.progress());

            assertThat(saves).hasValue(1);
            goOn.countDown();
            saver.join();
            ledger.writeAll();
            assertThat(store.kept().byId("Bob")).contains(routed);
            assertThat(saves).hasValue(2);
        }

        @Test
        void though_it_said_that_it_had_failed_is_there_once_with_the_state_of_memory() throws Exception {
            store.failing = true;
            assertThatThrownBy(() -> save("Ada")).isInstanceOf(StoreException.class);
            store.kept().save(submission("Ada"), repeats("Ada"), null);
            var routed = routed(submission("Ada"));
            ledger.keep(routed, before -> routed.progress());
            store.failing = false;

            ledger.writeAll();

            assertThat(store.kept().byId("Ada")).contains(routed);
        }

        @Test
        void is_bounded_and_what_found_no_room_is_counted() {
            store.failing = true;
            for (int i = 0; i < 10_000; i++) {
                var id = "S" + i;
                assertThatThrownBy(() -> save(id)).isInstanceOf(StoreException.class);
            }
            ledger.tell(new StoreException("The disk is full."));
            assertThat(log.errors().get(0)).doesNotContain("kept nowhere");

            assertThatThrownBy(() -> save("ONE MORE")).isInstanceOf(StoreException.class);
            ledger.keep(submission("ANOTHER"), before -> before);
            ledger.keep(submission("S1"), before -> before);

            time.pass(Duration.ofMinutes(1));
            ledger.remind();
            assertThat(log.errors().get(1)).contains(" 2 more were sent once and are kept nowhere");
        }

        @Test
        void is_due_by_its_own_time_which_a_clock_that_is_set_does_not_change() {
            store.failing = true;
            assertThatThrownBy(() -> save("Ada")).isInstanceOf(StoreException.class);
            var now = time.instant();

            ledger.clockWasSet(Duration.ofHours(1));

            assertThat(ledger.dueInMemory(now, 9)).isEmpty();
            assertThat(ledger.dueInMemory(now.plus(Duration.ofHours(1)), 9)).hasSize(1);
        }

        @Test
        void repeats_what_is_in_memory_but_nothing_that_was_only_observed() {
            store.failing = true;
            var observed = submission("Seen")
                    .with(submission("Seen").progress().with(State.OBSERVED, "The mode only watches.", time.instant()));
            assertThatThrownBy(() -> ledger.save(observed, repeats("Ada"), null, AT_ONCE))
                    .isInstanceOf(StoreException.class);

            assertThat(ledger.repeatedInMemory(submission("Ada"), repeats("Ada")))
                    .isEmpty();
            assertThat(ledger.repeatedInMemory(observed, repeats("Ada"))).isPresent();
            assertThat(ledger.repeatedInMemory(submission("Ada"), repeats("Bob")))
                    .isEmpty();
        }
    }

    @Nested
    class An_outcome {
        @Test
        void that_the_store_does_not_take_is_told_and_kept() throws Exception {
            save("Ada");
            var routed = routed(submission("Ada"));
            store.failing = true;

            assertThat(ledger.ended(routed, before -> routed.progress())).isCompletedWithValue(routed);

            assertThat(log.errors()).hasSize(1);
            assertThat(ledger.inMemory("Ada")).contains(routed);
            assertThat(ledger.atStake()).isZero();
        }

        @Test
        void of_one_that_was_erased_meanwhile_makes_nothing() {
            var routed = routed(submission("Ada"));

            assertThat(ledger.ended(routed, before -> routed.progress())).isCompletedWithValue(routed);

            assertThat(store.kept().byId("Ada")).isEmpty();
            assertThat(ledger.inMemory("Ada")).isEmpty();
        }
    }

    @Test
    void a_save_that_goes_well_ends_the_trouble() throws Exception {
        ledger.tell(new StoreException("The disk is full."));

        save("Ada");

        assertThat(log.said()).hasSize(2).endsWith(RETURN);
    }

    @Test
    void as_long_as_anything_is_left_the_trouble_is_not_over() {
        store.failing = true;
        assertThatThrownBy(() -> save("Ada")).isInstanceOf(StoreException.class);
        ledger.tell(new StoreException("The disk is full."));

        ledger.writeAll();

        assertThat(log.said()).hasSize(1);
    }

    private void onStoreThread(Runnable step) {
        if (full) {
            throw new RejectedExecutionException();
        }
        if (elsewhere) {
            elsewhere = false;
            saver = new Thread(step);
            saver.start();
        } else if (busy) {
            queue.add(step);
        } else {
            step.run();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the store threads left so far. */
    private void work() {
        busy = false;
        for (var step = queue.poll(); step != null; step = queue.poll()) {
            step.run();
        }
    }

    private void save(String id) throws StoreException {
        ledger.save(submission(id), repeats(id), null, AT_ONCE);
    }

    private Submission submission(String id) {
        return Submissions.waiting(id, VirtualTime.START, Map.of("LastName", id));
    }

    private Submission routed(Submission submission) {
        return submission.with(submission.progress().with(State.ROUTED, "It is routed.", VirtualTime.START));
    }

    private static Repeats repeats(String name) {
        return Repeats.of(
                "contact", Map.of("LastName", name), new Browser("s", null, "10.0.0.1", ""), null, Duration.ZERO);
    }
}
