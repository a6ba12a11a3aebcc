package io.github.usher.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How many submissions a second are committed to the disk by 1, 8 and 64 threads, beside a bare append with fdatasync. */
public final class DurableSaves {
    private static final int[] THREADS = {1, 8, 64};
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int RECORD_BYTES = 600;

    private DurableSaves() {}

    /** @param args a folder on the disk that is to be measured */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory(Path.of(args[0]).toAbsolutePath(), "durable-saves");
        System.out.printf(
                "%-40s %8s %10s %9s %9s %14s%n", "", "threads", "commits/s", "p50 ms", "p99 ms", "commits a sync");
        for (int threads : THREADS) {
            try (var file = FileChannel.open(
                    folder.resolve("bare-" + threads), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                measure("append of 600 bytes + fdatasync", threads, () -> append(file));
            }
            try (var store = Samples.store(folder.resolve("store-" + threads))) {
                measure(
                        "submission saved by the embedded store",
                        threads,
                        () -> !Samples.save(store).id().isEmpty());
            }
        }
    }

    private static void measure(String what, int threads, Callable<Boolean> step) throws Exception {
        run(threads, WARM_UP, step);
        try (var syncs = new Syncs()) {
            var times = run(threads, MEASURED, step);
            System.out.printf(
                    "%-40s %8d %10.0f %9.2f %9.2f %14.1f%n",
                    what,
                    threads,
                    times.length / (double) MEASURED.toSeconds(),
                    times[times.length / 2] / 1e6,
                    times[(int) (times.length * 0.99)] / 1e6,
                    times.length / (double) syncs.count());
        }
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
}
