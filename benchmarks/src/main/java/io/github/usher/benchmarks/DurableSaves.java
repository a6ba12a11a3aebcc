package io.github.usher.benchmarks;

import io.github.usher.config.UsherConfig;
import io.github.usher.form.FormFields;
import io.github.usher.handoff.LiveCall;
import io.github.usher.handoff.Plan;
import io.github.usher.handoff.Show;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.store.StoreSite;
import io.github.usher.store.Stores;
import io.github.usher.submission.Browser;
import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.SitePage;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How many submissions a second are committed to the disk by 1, 8 and 64 threads, beside a bare append with fdatasync. */
public final class DurableSaves {
    private static final int[] THREADS = {1, 8, 64};
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int RECORD_BYTES = 600;
    private static final AtomicLong NUMBER = new AtomicLong();

    private DurableSaves() {}

    /** @param args a folder on the disk that is to be measured */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory(Path.of(args[0]).toAbsolutePath(), "durable-saves");
        System.out.printf("%-36s %8s %12s %10s %10s%n", "", "threads", "commits/s", "p50 ms", "p99 ms");
        for (int threads : THREADS) {
            try (var file = FileChannel.open(
                    folder.resolve("bare-" + threads), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                measure("append of 600 bytes + fdatasync", threads, () -> append(file));
            }
            try (var store = Stores.openNow(
                    config(folder.resolve("store-" + threads)),
                    StoreSite.of("benchmark", DurableSaves.class.getClassLoader()),
                    Clock.systemUTC())) {
                measure("submission saved by the embedded store", threads, () -> save(store));
            }
        }
    }

    private static void measure(String what, int threads, Callable<Boolean> step) throws Exception {
        run(threads, WARM_UP, step);
        var times = run(threads, MEASURED, step);
        System.out.printf(
                "%-36s %8d %12.0f %10.2f %10.2f%n",
                what,
                threads,
                times.length / (double) MEASURED.toSeconds(),
                times[times.length / 2] / 1e6,
                times[(int) (times.length * 0.99)] / 1e6);
    }

    /** The times of all steps in nanoseconds, sorted. */
    private static long[] run(int threads, Duration time, Callable<Boolean> step) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        long end = System.nanoTime() + time.toNanos();
        var running = new ArrayList<Future<List<Long>>>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(() -> {
                var times = new ArrayList<Long>();
                for (long start = System.nanoTime(); start - end < 0; start = System.nanoTime()) {
                    step.call();
                    times.add(System.nanoTime() - start);
                }
                return times;
            }));
        }
        var all = new ArrayList<Long>();
        for (var one : running) {
            all.addAll(one.get());
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        var sorted = all.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static boolean append(FileChannel file) throws IOException {
        file.write(ByteBuffer.allocate(RECORD_BYTES));
        file.force(false);
        return true;
    }

    private static boolean save(SubmissionStore store) throws Exception {
        var id = "B" + NUMBER.incrementAndGet();
        var lead = Map.of("LastName", id, "Email", id + "@ae.example", "Company", "A benchmark");
        var now = Instant.now();
        var submission = new Submission(
                id,
                "contact",
                now,
                RoutingRequest.legacy("inbound", lead, Map.of(), Map.of(), Map.of(), null),
                FormFields.none(),
                new Plan(new Show.Redirect(), LiveCall.PREFER, Duration.ofSeconds(8), null, null, null, null, Map.of()),
                SitePage.at("/thanks.jsp"),
                List.of(),
                Progress.first(State.WAITING, "It is to be sent.", now));
        store.save(
                submission,
                Repeats.of("contact", lead, new Browser(id, null, "10.0.0.1", ""), null, Duration.ZERO),
                "hash-" + id);
        return true;
    }

    private static UsherConfig.Store config(Path dir) {
        return new UsherConfig.Store(
                dir,
                null,
                null,
                null,
                null,
                Duration.ofSeconds(1),
                1L << 40,
                null,
                Duration.ofDays(30),
                Duration.ofDays(90));
    }
}
