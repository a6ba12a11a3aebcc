package io.github.usher.benchmarks.load;

import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.benchmarks.Report;
import io.github.usher.benchmarks.load.Site.Kind;
import io.github.usher.benchmarks.load.Visit.End;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** An API that answers 503: how soon the site's own page comes, and whether memory grows. */
public final class ApiDown implements Benchmark {
    private static final double RATE = 500;
    private static final Duration UNTIL_OPEN = Duration.ofSeconds(10);
    private static final Duration PART = Duration.ofSeconds(20);
    private static final int PARTS = 30;

    @Override
    public void run(Path folder, Report report) throws IOException {
        try (var site = Site.hot(folder, Kind.USHER, 0)) {
            var before = new Crowd(site.port()).arrive(RATE, UNTIL_OPEN);
            site.apiAnswers(0, Site.UNAVAILABLE);
            new Crowd(site.port()).arrive(RATE, UNTIL_OPEN);
            long first = 0;
            long last = 0;
            double worst = 0;
            int failed = 0;
            for (int i = 0; i < PARTS; i++) {
                var outcome = new Crowd(site.port()).arrive(RATE, PART);
                worst = Math.max(worst, outcome.millis(End.OWN_PAGE, 0.99));
                failed += outcome.count(End.FAILED);
                last = site.tomcat().probe(true).heap();
                first = i == 0 ? last : first;
                report.note(outcome + ", heap " + last);
            }
            report.row(
                    "an API that is down, at %.0f/s".formatted(RATE),
                    "own page within 100 ms, memory flat",
                    "p99 of the own page %.0f ms, %d failed; heap after a collection %.1f MB, %d s later %.1f MB"
                            .formatted(worst, failed, first / 1e6, PART.toSeconds() * (PARTS - 1), last / 1e6),
                    "before the outage: calendar, p99 %.0f ms".formatted(before.millis(End.CALENDAR, 0.99)));
        }
    }
}
