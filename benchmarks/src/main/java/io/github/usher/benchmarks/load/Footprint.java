package io.github.usher.benchmarks.load;

import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.benchmarks.Report;
import io.github.usher.benchmarks.load.Site.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The jar's size, and the heap: idle, and for each prospect who waits. */
public final class Footprint implements Benchmark {
    private static final long MILLIS = 10_000;
    private static final int[] WAITING = {500, 1000, 2000, 4000};
    private static final int COMPARED = 2000;

    @Override
    public void run(Path folder, Report report) throws IOException {
        report.row("the jar", "≤ 14 MB", "%.1f MB".formatted(Files.size(UsherJar.find()) / 1e6), "");
        idle(folder, report);
        double usher = waiting(folder, Kind.USHER, report);
        double bare = waiting(folder, Kind.BARE_ASYNC, report);
        report.row(
                "heap for each who waits, of %,d".formatted(COMPARED),
                "≤ 6 KB beyond the bare async servlet",
                "%.1f KB, %.1f beyond".formatted(usher, usher - bare),
                "bare async servlet: %.1f KB".formatted(bare));
    }

    private static void idle(Path folder, Report report) throws IOException {
        long with;
        long without;
        try (var site = Site.start(folder, Kind.USHER, "2g")) {
            new Crowd(site.port()).arrive(10, Duration.ofSeconds(2));
            site.tomcat().probe(true);
            with = site.tomcat().probe(true).heap();
        }
        try (var site = Site.start(folder, Kind.WITHOUT, "2g")) {
            new Crowd(site.port()).arrive(10, Duration.ofSeconds(2));
            site.tomcat().probe(true);
            without = site.tomcat().probe(true).heap();
        }
        report.row(
                "heap when idle, after 20 leads",
                "≤ 12 MB",
                "%.1f MB".formatted((with - without) / 1e6),
                "the container alone: %.1f MB".formatted(without / 1e6));
    }

    /** KB for each while the most are there, all on connections of their own. */
    private static double waiting(Path folder, Kind kind, Report report) throws IOException {
        double compared = 0;
        try (var site = Site.warm(folder, kind)) {
            for (int waiting : WAITING) {
                site.apiAnswers(MILLIS, Site.OK);
                site.tomcat().probe(true);
                long before = site.tomcat().probe(true).heap();
                var most = new AtomicLong();
                int seconds = (int) (MILLIS / 1000 - 3);
                var second = new AtomicLong();
                new Crowd(site.port(), () -> {
                            if (second.incrementAndGet() == seconds + 2) {
                                most.set(site.tomcat().probe(true).heap());
                            }
                        })
                        .arrive(waiting / (double) seconds, Duration.ofSeconds(seconds));
                double each = (most.get() - before) / 1e3 / waiting;
                report.note(kind + " " + waiting + " waiting: " + each + " KB each");
                if (kind == Kind.USHER) {
                    report.grows("KB of heap for each who waits, by how many wait", waiting, each);
                }
                compared = waiting == COMPARED ? each : compared;
            }
        }
        return compared;
    }
}
