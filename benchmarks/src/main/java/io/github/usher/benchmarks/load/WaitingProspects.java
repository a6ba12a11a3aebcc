package io.github.usher.benchmarks.load;

import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.benchmarks.Report;
import io.github.usher.benchmarks.load.ChildJvm.Probe;
import io.github.usher.benchmarks.load.Site.Kind;
import io.github.usher.benchmarks.load.Visit.End;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Thousands who wait for a slow API, and how long they wait beyond what it takes. */
public final class WaitingProspects implements Benchmark {
    private static final Duration TIME = Duration.ofSeconds(25);
    private static final double ARRIVALS = 500;
    private static final long SLOW_MILLIS = 10_000;
    private static final long MILLIS = 1_000;
    private static final double PART = 0.7;
    private static final double LEAST = 20;

    @Override
    public void run(Path folder, Report report) throws IOException {
        thousands(folder, report);
        delay(folder, report);
    }

    private static void thousands(Path folder, Report report) throws IOException {
        int idle;
        try (var without = Site.start(folder, Kind.WITHOUT, "2g")) {
            idle = without.tomcat().probe(false).threads();
        }
        report.row(
                "5,000 waiting at once (500 come each second, the API takes 10 s)",
                "≤ 40 threads beyond the idle container",
                thousands(folder, Kind.USHER, idle, report),
                "where the container is given 20 threads for requests: "
                        + thousands(folder, Kind.USHER_ON_20_THREADS, idle, report) + "; bare async servlet: "
                        + thousands(folder, Kind.BARE_ASYNC, idle, report) + "; the container alone has " + idle);
    }

    private static String thousands(Path folder, Kind kind, int idle, Report report) throws IOException {
        try (var site = Site.hot(folder, kind, MILLIS)) {
            site.apiAnswers(SLOW_MILLIS, Site.OK);
            letThreadsGo();
            site.tomcat().probe(false);
            List<Probe> probes = new ArrayList<>();
            var outcome = new Crowd(site.port(), () -> probes.add(site.tomcat().probe(false))).arrive(ARRIVALS, TIME);
            report.note(kind + " " + outcome);
            int most = probes.stream().mapToInt(Probe::peakThreads).max().orElse(0);
            var sorted = probes.stream().mapToInt(Probe::threads).sorted().toArray();
            return "%,d at once; %d got to the calendar (p99 %.1f s), %d to the own page, %d failed; %d threads beyond at most, %d mostly"
                    .formatted(
                            outcome.mostAtOnce(),
                            outcome.count(End.CALENDAR),
                            outcome.millis(End.CALENDAR, 0.99) / 1000,
                            outcome.count(End.OWN_PAGE),
                            outcome.count(End.FAILED),
                            most - idle,
                            sorted[sorted.length / 2] - idle);
        }
    }

    /** Tomcat keeps a thread that has nothing to do for a minute: those of the warm-up are none of the crowd's. */
    private static void letThreadsGo() {
        try {
            TimeUnit.SECONDS.sleep(70);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void delay(Path folder, Report report) throws IOException {
        double rate = 0;
        String usher = "";
        var others = new ArrayList<String>();
        for (var kind : new Kind[] {Kind.USHER, Kind.BLOCKING, Kind.BARE_ASYNC}) {
            try (var site = Site.hot(folder, kind, kind == Kind.BLOCKING ? 0 : MILLIS)) {
                if (kind == Kind.USHER) {
                    rate = Math.max(LEAST, PART * Throughput.highest(site, MILLIS, "highest", report));
                }
                site.apiAnswers(MILLIS, Site.OK);
                var outcome = new Crowd(site.port()).arrive(rate, TIME);
                report.note(kind + " " + outcome);
                var found = "p50 %.0f ms, p99 %.0f ms, %d of %d failed"
                        .formatted(
                                outcome.millis(End.CALENDAR, 0.5) - MILLIS,
                                outcome.millis(End.CALENDAR, 0.99) - MILLIS,
                                outcome.count(End.FAILED) + outcome.count(End.OWN_PAGE),
                                outcome.count(End.FAILED) + outcome.count(End.OWN_PAGE) + outcome.count(End.CALENDAR));
                if (kind == Kind.USHER) {
                    usher = found;
                } else {
                    others.add(kind + ": " + found);
                }
            }
        }
        report.row(
                "from POST to the page that sends on, beyond an API that takes 1 s, at %.0f/s".formatted(rate),
                "p99 ≤ 150 ms",
                usher,
                String.join("; ", others));
    }
}
