package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PutOffTest {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final AtomicInteger done = new AtomicInteger();
    private final PutOff putOff = new PutOff(done::incrementAndGet);

    @Test
    void is_done_a_moment_later() {
        var executor = new ManualExecutor();
        putOff.doIn(MOMENT, executor);
        assertThat(done).hasValue(0);

        executor.pass(MOMENT);

        assertThat(done).hasValue(1);
        assertThat(putOff.leave()).isTrue();
    }

    @Test
    void is_done_at_once_where_somebody_needs_it_and_never_again() {
        var executor = new ManualExecutor();
        putOff.doIn(MOMENT, executor);

        putOff.doNow();
        putOff.doNow();
        executor.pass(MOMENT);

        assertThat(done).hasValue(1);
    }

    @Test
    void is_not_done_after_it_was_left() {
        assertThat(putOff.leave()).isFalse();
        putOff.doNow();

        assertThat(done).hasValue(0);
    }

    @Test
    void that_fails_is_not_tried_again() {
        var failing = new PutOff(() -> {
            done.incrementAndGet();
            throw new IllegalStateException("It cannot be done.");
        });

        assertThatThrownBy(failing::doNow).isInstanceOf(IllegalStateException.class);
        failing.doNow();

        assertThat(done).hasValue(1);
    }
}
