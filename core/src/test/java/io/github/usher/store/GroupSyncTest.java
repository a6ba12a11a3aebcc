package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupSyncTest {
    private final AtomicInteger forced = new AtomicInteger();
    private final CountDownLatch isAtIt = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void one_sync_that_begins_after_they_wrote_is_enough_for_all_who_wait() throws Exception {
        var sync = new GroupSync(asked -> {
            long upTo = asked.getAsLong();
            forced.incrementAndGet();
            isAtIt.countDown();
            wait(go);
            return upTo;
        });

        nineWhileTheFirstIsAtIt(sync);

        assertThat(forced).hasValue(2);
    }

    @Test
    void who_changed_something_before_the_writing_needs_no_sync_of_his_own() throws Exception {
        var sync = new GroupSync(asked -> {
            forced.incrementAndGet();
            isAtIt.countDown();
            wait(go);
            return asked.getAsLong();
        });

        nineWhileTheFirstIsAtIt(sync);

        assertThat(forced).hasValue(1);
    }

    private void nineWhileTheFirstIsAtIt(GroupSync sync) throws Exception {
        var threads = Executors.newFixedThreadPool(9);
        try {
            var waiting = new ArrayList<Future<?>>();
            waiting.add(threads.submit(call(sync)));
            isAtIt.await();
            for (int i = 0; i < 8; i++) {
                waiting.add(threads.submit(call(sync)));
            }
            while (sync.asked() < 9) {
                Thread.onSpinWait();
            }
            go.countDown();
            for (var each : waiting) {
                each.get(10, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void after_a_sync_that_failed_none_is_believed() {
        var fails = new AtomicInteger(1);
        var sync = new GroupSync(asked -> {
            if (fails.getAndDecrement() > 0) {
                throw new IOException("Input/output error");
            }
            return asked.getAsLong();
        });

        assertThatThrownBy(sync::sync).isInstanceOf(IOException.class);
        assertThatThrownBy(sync::sync).hasMessage("Input/output error");

        assertThat(fails).hasValue(0);
    }

    private static Callable<Void> call(GroupSync sync) {
        return () -> {
            sync.sync();
            return null;
        };
    }

    private static void wait(CountDownLatch go) throws IOException {
        try {
            go.await();
        } catch (InterruptedException hurried) {
            throw new IOException(hurried);
        }
    }
}
