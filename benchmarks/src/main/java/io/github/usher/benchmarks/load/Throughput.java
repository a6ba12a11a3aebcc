package io.github.usher.benchmarks.load;

import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.benchmarks.Report;
import io.github.usher.benchmarks.load.Site.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The highest rate at which an API that answers at once lets prospects through, the hop over the hand-off page and the
 * save on the disk included: the highest at which nearly all of them get to the calendar within half a second. It is
 * looked for in coarse steps, and then between the last that held and the first that did not.
 */
public final class Throughput implements Benchmark {
    private static final Duration STEP = Duration.ofSeconds(4);
    private static final double GROWTH = 1.3;
    private static final double FIRST = 200;
    private static final double MOST = 8000;
    private static final double LATEST_MILLIS = 500;
    private static final int TRIES = 2;
    /** Each halves what is left: 7 % of the rate after two. */
    private static final int HALVINGS = 2;

    @Override
    public void run(Path folder, Report report) throws IOException {
        Map<Kind, Double> highest = new EnumMap<>(Kind.class);
        for (var kind : new Kind[] {Kind.BLOCKING, Kind.BARE_ASYNC, Kind.USHER}) {
            try (var site = Site.hot(folder, kind, 0)) {
                highest.put(kind, highest(site, 0, kind.name(), report));
            }
        }
        double bare = highest.getOrDefault(Kind.BARE_ASYNC, 1.0);
        double usher = highest.getOrDefault(Kind.USHER, 0.0);
        report.row(
                "prospects through an API that answers at once, saved on the disk, over the hand-off page",
                "≥ 0.5 of the bare async servlet",
                "%.0f/s (%.2f)".formatted(usher, usher / bare),
                "bare async servlet without a store: %.0f/s; HttpURLConnection on the container's thread: %.0f/s"
                        .formatted(bare, highest.getOrDefault(Kind.BLOCKING, 0.0)));
    }

    /**
     * In prospects a second.
     *
     * @param apiMillis what the API takes
     */
    static double highest(Site site, long apiMillis, String name, Report report) throws IOException {
        double held = 0;
        double next = FIRST;
        while (next < MOST && holds(site, next, apiMillis, name, report)) {
            held = next;
            next *= GROWTH;
        }
        double missed = next;
        for (int i = 0; held > 0 && missed < MOST && i < HALVINGS; i++) {
            double between = Math.sqrt(held * missed);
            if (holds(site, between, apiMillis, name, report)) {
                held = between;
            } else {
                missed = between;
            }
        }
        return held;
    }

    /** Once more where it did not, since others disturb a shared machine. */
    private static boolean holds(Site site, double rate, long apiMillis, String name, Report report)
            throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            if (holdsNow(site, rate, apiMillis, name, report)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsNow(Site site, double rate, long apiMillis, String name, Report report)
            throws IOException {
        var outcome = new Crowd(site.port()).arrive(rate, STEP);
        report.note("%s at %.0f/s: %s".formatted(name, rate, outcome));
        return outcome.perSecond(Visit.End.CALENDAR, apiMillis) > 0.93 * rate
                && outcome.millis(Visit.End.CALENDAR, 0.99) < apiMillis + LATEST_MILLIS;
    }
}
