package io.github.usher.benchmarks.filter;

import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.benchmarks.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link PassingBenchmark}, and takes what the bare request costs from each. */
public final class PassingRequests implements Benchmark {
    private static final String BYTES = "gc.alloc.rate.norm";

    @Override
    public void run(Path folder, Report report) throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(PassingBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .output(folder.resolve("jmh.txt").toString())
                        .build())
                .run();
        for (var request : requests(results)) {
            double bareNanos = nanos(of(results, "none", request));
            double bareBytes = bytes(of(results, "none", request));
            var usher = new ArrayList<String>();
            for (int forms : new int[] {1, 20, 200}) {
                var found = of(results, "usher-" + forms, request);
                usher.add("%d forms: %s".formatted(forms, cost(found, bareNanos, bareBytes)));
                if (request.startsWith("POST") && request.indexOf('?') < 0) {
                    report.grows("ns for a request of no form, by forms", forms, nanos(found) - bareNanos);
                }
            }
            var others = new ArrayList<String>();
            for (var other : List.of("remote-ip", "url-rewrite-1", "url-rewrite-20", "url-rewrite-200")) {
                others.add(other + ": " + cost(of(results, other, request), bareNanos, bareBytes));
            }
            report.row(
                    "a request of no form: `" + request + "`",
                    "≤ 50 ns, 0 B",
                    String.join("; ", usher),
                    String.join("; ", others));
        }
    }

    private static String cost(RunResult result, double bareNanos, double bareBytes) {
        return String.format(
                Locale.ROOT, "%.0f ns, %.0f B", nanos(result) - bareNanos, Math.max(0, bytes(result) - bareBytes));
    }

    private static List<String> requests(Collection<RunResult> results) {
        return results.stream()
                .map(result -> result.getParams().getParam("request"))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static RunResult of(Collection<RunResult> results, String filter, String request) {
        return results.stream()
                .filter(result -> result.getParams().getParam("filter").equals(filter)
                        && result.getParams().getParam("request").equals(request))
                .findFirst()
                .orElseThrow();
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(BYTES)).getScore();
    }
}
