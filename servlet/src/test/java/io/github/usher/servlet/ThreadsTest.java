package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private final Threads threads = new Threads("/shop");

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void four_wait_for_the_embedded_store_whatever_there_is_to_be_done() throws Exception {
        threads.storeIs(false);

        assertThat(thatDoAHundredThings(4)).hasSize(4);
    }

    @Test
    void twenty_four_wait_for_a_shared_one_where_each_change_keeps_its_thread() throws Exception {
        threads.storeIs(true);

        assertThat(thatDoAHundredThings(24)).hasSize(24);
    }

    /**
     * The names of the threads that wait for the store and do so much.
     *
     * @param atOnce nothing ends before so many have begun
     */
    private Set<String> thatDoAHundredThings(int atOnce) throws Exception {
        var begun = new CountDownLatch(atOnce);
        var names = new ArrayList<CompletableFuture<String>>();
        for (int i = 0; i < 100; i++) {
            var name = new CompletableFuture<String>();
            names.add(name);
            threads.store().execute(() -> {
                begun.countDown();
                await(begun);
                name.complete(Thread.currentThread().getName());
            });
        }
        var all = new HashSet<String>();
        for (var name : names) {
            all.add(name.get(10, TimeUnit.SECONDS));
        }
        return all;
    }

    private static void await(CountDownLatch begun) {
        try {
            begun.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
