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
    @Test
    void one_sync_that_begins_after_they_wrote_is_enough_for_all_who_wait() throws Exception {
        var forced = new AtomicInteger();
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var sync = new GroupSync(() -> {
            forced.incrementAndGet();
            first.countDown();
            wait(go);
        });
        var threads = Executors.newFixedThreadPool(9);
        try {
            var waiting = new ArrayList<Future<?>>();
            waiting.add(threads.submit(call(sync)));
            first.await();
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
            assertThat(forced).hasValue(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_sync_that_fails_fails_for_its_caller_and_the_next_one_tries_itself() throws Exception {
        var fails = new AtomicInteger(1);
        var sync = new GroupSync(() -> {
            if (fails.getAndDecrement() > 0) {
                throw new IOException("Input/output error");
            }
        });

        assertThatThrownBy(sync::sync).isInstanceOf(IOException.class);
        sync.sync();

        assertThat(fails).hasValue(-1);
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
