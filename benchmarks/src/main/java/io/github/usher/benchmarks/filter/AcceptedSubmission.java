package io.github.usher.benchmarks.filter;

import com.sun.management.ThreadMXBean;
import io.github.usher.benchmarks.Benchmarks.Benchmark;
import io.github.usher.benchmarks.Report;
import io.github.usher.benchmarks.site.Lead;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;

/**
 * What an accepted submission costs the container's thread, as processor time and garbage of that thread alone: reading,
 * mapping and deciding, the handing over to the store and to the routing. What the store's own threads do is not in it.
 * Lines of the log are made, and go nowhere. Beside it stands what two hand-overs and one wait of a millisecond cost by
 * themselves, since that is the operating system's part.
 */
public final class AcceptedSubmission implements Benchmark {
    private static final int BY_MANY = 20_000;
    private static final int ALONE = 2_000;
    private static final int VISITORS = 64;
    /** Of {@link #BY_MANY} each: after one up to a quarter of the time is still that of code which is not yet compiled. */
    private static final int WARM_UPS = 2;

    private static final long A_SAVE_NANOS = 1_000_000;
    private static final int FEW = 1;
    private static final int USUAL = 15;
    private static final int MANY = 60;

    /** Held, or it would be collected with its setting. */
    private final Logger log = Logger.getLogger("io.github.usher");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int number;

    @Override
    public void run(Path folder, Report report) throws Exception {
        log.setUseParentHandlers(false);
        try (var silentApi = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
            var handWritten = measure(request -> Lead.json(request).length, USUAL);
            report.note("by hand: " + handWritten);
            var handOver = handOver();
            report.note("two hand-overs and a wait of a millisecond: " + handOver);
            for (int fields : new int[] {FEW, USUAL, MANY}) {
                var filter = Filters.usher(Configs.withFields(fields, silentApi.getLocalPort()));
                try {
                    var cost = measure(request -> submit(filter, request), fields);
                    report.grows(
                            "µs for an accepted submission, by fields",
                            fields,
                            cost.byMany().micros());
                    if (fields == USUAL) {
                        report.row(
                                "an accepted submission of 15 fields, on the container's thread",
                                "≤ 60 µs, ≤ 40 KB",
                                cost.toString(),
                                "the same fields to the same JSON by hand: %s; two hand-overs to another thread and a wait of a millisecond by themselves: %s"
                                        .formatted(handWritten, handOver));
                    }
                } finally {
                    filter.destroy();
                }
            }
        }
    }

    private Costs measure(Step step, int fields) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            byMany(step, fields);
        }
        return new Costs(byMany(step, fields), cost(requests(ALONE, fields), step));
    }

    /** By many at once, since the disk takes many at once as fast as one; on the average. */
    private Cost byMany(Step step, int fields) throws Exception {
        var pool = Executors.newFixedThreadPool(VISITORS);
        try {
            var all = new ArrayList<Callable<Cost>>();
            for (int i = 0; i < VISITORS; i++) {
                var requests = requests(BY_MANY / VISITORS, fields);
                all.add(() -> cost(requests, step));
            }
            var costs = new ArrayList<Cost>();
            for (var one : pool.invokeAll(all)) {
                costs.add(one.get());
            }
            return new Cost(
                    costs.stream().mapToDouble(Cost::micros).average().orElse(0),
                    costs.stream().mapToDouble(Cost::kilobytes).average().orElse(0));
        } finally {
            pool.shutdown();
        }
    }

    /** Of one of them, on the average. */
    private Cost cost(List<PlainRequest> requests, Step step) throws Exception {
        long nanos = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        for (var request : requests) {
            if (step.of(request) == 0) {
                throw new IllegalStateException("Nothing came of it.");
            }
        }
        return new Cost(
                (threads.getCurrentThreadCpuTime() - nanos) / 1e3 / requests.size(),
                (threads.getCurrentThreadAllocatedBytes() - bytes) / 1e3 / requests.size());
    }

    private Costs handOver() throws Exception {
        var others = Executors.newFixedThreadPool(2);
        try {
            return measure(
                    request -> {
                        var saved = others.submit(() -> LockSupport.parkNanos(A_SAVE_NANOS));
                        saved.get();
                        others.execute(() -> {});
                        return 1;
                    },
                    FEW);
        } finally {
            others.shutdown();
        }
    }

    private static int submit(Filter filter, HttpServletRequest request) throws Exception {
        var response = new PlainResponse();
        FilterChain site = (seen, answer) -> thank((HttpServletResponse) answer);
        filter.doFilter(request, response, site);
        var location = response.location;
        return location != null && location.startsWith("/usher/booking/") ? 1 : 0;
    }

    private static void thank(HttpServletResponse response) throws IOException {
        response.sendRedirect("/thanks.html");
    }

    private List<PlainRequest> requests(int count, int fields) {
        var requests = new ArrayList<PlainRequest>();
        for (int i = 0; i < count; i++) {
            var request = new PlainRequest("POST", "/contact.do");
            request.headers.put("Accept", "text/html");
            // Without Sec-Fetch-Mode, or visitors who never fetch their hand-off page would be seen as lost.
            request.headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
            request.headers.put("Referer", "http://www.ae.example/contact.html");
            request.headers.put("Content-Type", "application/x-www-form-urlencoded");
            Lead.FIELDS.values().forEach(field -> request.parameters.put(field, new String[] {"A value of " + field}));
            for (int field = Lead.FIELDS.size(); field < fields; field++) {
                request.parameters.put("more" + field, new String[] {"A value of field " + field});
            }
            request.parameters.put("email", new String[] {"ada" + number++ + "@ae.example"});
            requests.add(request);
        }
        return requests;
    }

    /**
     * The same, measured twice.
     *
     * @param alone one after the other: each waits a millisecond for the disk, and its thread begins again with cold
     *     caches
     */
    private record Costs(Cost byMany, Cost alone) {
        @Override
        public String toString() {
            return "%s of %d at once, %s of one after the other".formatted(byMany, VISITORS, alone);
        }
    }

    private record Cost(double micros, double kilobytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f µs and %.1f KB", micros, kilobytes);
        }
    }

    @FunctionalInterface
    private interface Step {
        int of(PlainRequest request) throws Exception;
    }
}
