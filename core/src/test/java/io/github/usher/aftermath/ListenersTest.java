package io.github.usher.aftermath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.SubmissionEvent;
import io.github.usher.SubmissionEvent.Kind;
import io.github.usher.SubmissionListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private static final Duration LONGEST = Duration.ofMillis(200);
    private static final String CREATE =
            "{\"eventId\":\"e\",\"actionType\":\"create\",\"slot\":{\"start\":1619789400000}}";

    private final Stage stage = new Stage();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<SubmissionEvent> told = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable SubmissionListener> put = new AtomicReference<>();
    private final AtomicInteger threads = new AtomicInteger();
    private @Nullable Listeners listeners;

    @AfterEach
    void end() {
        if (listeners != null) {
            listeners.close();
        }
        timer.shutdownNow();
    }

    private void listen(Supplier<List<SubmissionListener>> found) {
        listeners = new Listeners(
                found,
                put::get,
                () -> Stage.LINKS,
                () -> stage.now,
                timer,
                work -> {
                    threads.incrementAndGet();
                    var thread = new Thread(work, "listener of a test");
                    thread.setDaemon(true);
                    return thread;
                },
                LONGEST);
        stage.audiences.add(listeners);
    }

    @Test
    void the_site_s_code_hears_of_a_whole_life_with_lead_and_links() throws Exception {
        listen(() -> List.of(told::add));
        var desk = new BookingDesk(stage.store, () -> stage.now);

        stage.routed("A");
        desk.browser("A", CREATE.getBytes(StandardCharsets.UTF_8));
        desk.legacy("A", CREATE.getBytes(StandardCharsets.UTF_8));
        desk.legacy("A", CREATE.replace("create", "reassign").getBytes(StandardCharsets.UTF_8));
        desk.legacy("A", CREATE.replace("create", "cancel").getBytes(StandardCharsets.UTF_8));

        assertThat(kinds(6))
                .containsExactly(Kind.ACCEPTED, Kind.ROUTED, Kind.REPORTED, Kind.BOOKED, Kind.CHANGED, Kind.CANCELLED);
    }

    @Test
    void a_repeated_webhook_is_not_told_again() throws Exception {
        listen(() -> List.of(told::add));
        var desk = new BookingDesk(stage.store, () -> stage.now);
        stage.routed("A");

        desk.legacy("A", CREATE.getBytes(StandardCharsets.UTF_8));
        desk.legacy("A", CREATE.getBytes(StandardCharsets.UTF_8));
        stage.accepted("B");

        assertThat(kinds(4)).containsExactly(Kind.ACCEPTED, Kind.ROUTED, Kind.BOOKED, Kind.ACCEPTED);
    }

    @Test
    void one_that_throws_hears_the_next_event_and_harms_nobody() throws Exception {
        listen(() -> List.of(
                event -> {
                    throw new NoClassDefFoundError("the site's own");
                },
                told::add));

        stage.routed("A");

        assertThat(kinds(2)).containsExactly(Kind.ACCEPTED, Kind.ROUTED);
    }

    @Test
    void one_that_blocks_is_interrupted_delays_no_change_and_loses_no_event() throws Exception {
        var never = new CountDownLatch(1);
        var interrupted = new AtomicInteger();
        listen(() -> List.of(
                event -> {
                    try {
                        never.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException tooLong) {
                        interrupted.incrementAndGet();
                        throw tooLong;
                    }
                },
                told::add));

        long began = System.nanoTime();
        stage.routed("A");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);

        assertThat(kinds(2)).containsExactly(Kind.ACCEPTED, Kind.ROUTED);
        assertThat(interrupted).hasValue(2);
    }

    @Test
    void none_costs_no_thread_once_that_is_known() throws Exception {
        var asked = new CountDownLatch(1);
        listen(() -> {
            asked.countDown();
            return List.of();
        });

        stage.accepted("A");
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        stage.routes("A");

        assertThat(threads).hasValue(1);
    }

    @Test
    void one_that_cannot_be_made_is_said_and_is_none() throws Exception {
        listen(() -> {
            throw new ServiceConfigurationError("broken");
        });
        put.set(told::add);

        stage.accepted("A");

        assertThat(kinds(1)).containsExactly(Kind.ACCEPTED);
    }

    @Test
    void one_that_the_site_puts_in_later_hears_from_then_on() throws Exception {
        listen(List::of);
        stage.accepted("A");
        put.set(told::add);

        stage.routes("A");

        assertThat(kinds(1)).first().isIn(Kind.ACCEPTED, Kind.ROUTED);
    }

    private List<Kind> kinds(int count) throws InterruptedException {
        var kinds = new java.util.ArrayList<Kind>();
        for (int i = 0; i < count; i++) {
            var event = told.poll(10, TimeUnit.SECONDS);
            assertThat(event).as("event " + i).isNotNull();
            kinds.add(java.util.Objects.requireNonNull(event).kind());
        }
        return kinds;
    }
}
