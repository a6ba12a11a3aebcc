package io.github.usher.benchmarks;

import io.github.usher.benchmarks.filter.AcceptedSubmission;
import io.github.usher.benchmarks.filter.PassingRequests;
import io.github.usher.benchmarks.load.ApiDown;
import io.github.usher.benchmarks.load.Footprint;
import io.github.usher.benchmarks.load.LargeBodies;
import io.github.usher.benchmarks.load.StartUp;
import io.github.usher.benchmarks.load.Throughput;
import io.github.usher.benchmarks.load.WaitingProspects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the benchmarks that are named, or all; writes {@code performance.md} and {@code performance.svg}. */
public final class Benchmarks {
    private Benchmarks() {}

    /** @param args a folder for what is written, and the names: {@code all}, or some of those below */
    public static void main(String[] args) throws Exception {
        var folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        var all = all();
        var names = args.length < 2 || args[1].equals("all") ? all.keySet() : java.util.Set.of(args[1].split(" "));
        for (var name : names) {
            if (!all.containsKey(name)) {
                System.err.println("There is no benchmark " + name + ". There are " + all.keySet() + ".");
                System.exit(2);
            }
        }
        var report = new Report(folder);
        for (var benchmark : all.entrySet()) {
            if (names.contains(benchmark.getKey())) {
                System.out.println("-- " + benchmark.getKey());
                benchmark.getValue().run(Files.createTempDirectory(folder, benchmark.getKey()), report);
                report.write();
            }
        }
        System.exit(0);
    }

    private static Map<String, Benchmark> all() {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("passing", new PassingRequests());
        all.put("accepting", new AcceptedSubmission());
        all.put("saving", (folder, report) -> DurableSaves.main(new String[] {folder.toString()}));
        all.put("stored", new StoredSubmissions());
        all.put("throughput", new Throughput());
        all.put("waiting", new WaitingProspects());
        all.put("outage", new ApiDown());
        all.put("starting", new StartUp());
        all.put("footprint", new Footprint());
        all.put("bodies", new LargeBodies());
        return all;
    }

    /** Measures something, and says so. */
    @FunctionalInterface
    public interface Benchmark {
        /** @param folder of its own, for whatever it needs */
        void run(Path folder, Report report) throws Exception;
    }
}
