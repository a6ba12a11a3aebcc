package io.github.usher.benchmarks;

import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How the cost of the embedded store grows with what is in it: what a visitor waits for, what is looked for each second,
 * and what an admin asks for.
 */
final class StoredSubmissions implements Benchmark {
    private static final int[] STORED = {1_000, 10_000, 100_000, 1_000_000};
    private static final int WRITERS = 64;
    private static final int TIMES = 25;
    private static final int AT_ONCE = 5;

    /** The most that is filled in; a million takes minutes. */
    private static final int MOST = Integer.getInteger("benchmarks.stored", STORED[STORED.length - 1]);

    @Override
    public void run(Path folder, Report report) throws Exception {
        try (var store = Samples.store(folder.resolve("store"))) {
            for (int wanted : STORED) {
                if (wanted > MOST) {
                    break;
                }
                fill(store, wanted - store.count(Selection.all()));
                measure(store, wanted, report);
            }
        }
    }

    private static void fill(SubmissionStore store, int count) throws Exception {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            var all = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int share = count / WRITERS + (writer < count % WRITERS ? 1 : 0);
                all.add(pool.submit(() -> {
                    for (int i = 0; i < share; i++) {
                        delivered(store, Samples.save(store).id());
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Nearly all of what a store holds has been delivered long ago. */
    private static void delivered(SubmissionStore store, String id) throws StoreException {
        store.update(id, progress -> progress.with(State.ROUTED, "Routed to a calendar.", Instant.now()));
    }

    private static void measure(SubmissionStore store, int stored, Report report) throws Exception {
        List<Samples.Kept> kept = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            kept.add(Samples.save(store));
        }
        report.grows("ms to save a lead, by stored", stored, median(store, () -> Samples.save(store)));
        report.grows(
                "ms to find the hand-off page's lead, by stored",
                stored,
                median(store, () -> store.byTokenHash(kept.get(0).tokenHash())));
        report.grows(
                "ms for what is due next, by stored", stored, median(store, () -> store.due(Instant.now(), AT_ONCE)));
        report.grows(
                "ms for the first page of a list, by stored",
                stored,
                median(store, () -> store.page(Selection.all().newestFirstOfAll(), null, SubmissionStore.PAGE)));
        report.grows(
                "ms to find by e-mail, by stored",
                stored,
                median(store, () -> store.byEmail(kept.get(0).email(), 10)));
        report.grows("ms for the counts of health, by stored", stored, median(store, store::counts));
    }

    /** A lead comes before each, since H2 answers from its memory what was asked before and where nothing has changed. */
    private static double median(SubmissionStore store, Callable<?> step) throws Exception {
        var times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            Samples.save(store);
            long start = System.nanoTime();
            step.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        java.util.Arrays.sort(times);
        return times[TIMES / 2];
    }
}
