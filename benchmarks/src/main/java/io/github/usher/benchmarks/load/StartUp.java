package io.github.usher.benchmarks.load;

import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.benchmarks.Report;
import io.github.usher.benchmarks.load.Site.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** What Usher adds to the start of an application, in pairs with the same WAR whose jar does nothing. */
public final class StartUp implements Benchmark {
    private static final int PAIRS = 9;

    @Override
    public void run(Path folder, Report report) throws IOException {
        var inert = inertJar(folder);
        var with = new double[PAIRS];
        var beside = new double[PAIRS];
        var without = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            with[i] = millis(folder, Kind.USHER, UsherJar.find());
            beside[i] = millis(folder, Kind.WITHOUT, inert);
            without[i] = millis(folder, Kind.WITHOUT, null);
            report.note("%.0f with, %.0f with an inert jar, %.0f ms without".formatted(with[i], beside[i], without[i]));
        }
        var added = new double[PAIRS];
        Arrays.setAll(added, i -> with[i] - beside[i]);
        report.row(
                "start to the first request served, whole JVM",
                "≤ 250 ms beyond the same WAR with an inert jar",
                "%.0f ms beyond (median of %d pairs); %.0f ms in all".formatted(median(added), PAIRS, median(with)),
                "inert jar %.0f ms, no jar %.0f ms".formatted(median(beside), median(without)));
    }

    private static double millis(Path folder, Kind kind, @org.jspecify.annotations.Nullable Path jar)
            throws IOException {
        long start = System.nanoTime();
        try (var site = Site.startWith(folder, kind, "512m", jar)) {
            site.tomcat().get("/thanks.html");
            return (System.nanoTime() - start - site.apiStartNanos()) / 1e6;
        }
    }

    /** The same classes; nothing in it is found by a container. */
    private static Path inertJar(Path folder) throws IOException {
        var copy = Files.copy(UsherJar.find(), folder.resolve("inert.jar"));
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
            for (var api : new String[] {"jakarta", "javax"}) {
                Files.deleteIfExists(zip.getPath("META-INF/services/" + api + ".servlet.ServletContainerInitializer"));
            }
        }
        return copy;
    }

    private static double median(double[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
