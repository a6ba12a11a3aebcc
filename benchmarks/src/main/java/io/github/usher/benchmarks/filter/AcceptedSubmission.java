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
import java.util.logging.Logger;

/**
 * What an accepted submission costs the container's thread, as processor time and garbage of that thread alone: reading,
 * mapping and deciding, the handing over to the store and to the routing. What the store's own threads do is not in it.
 * Lines of the log are made, and go nowhere.
 */
public final class AcceptedSubmission implements Benchmark {
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 2_000;
    private static final int WRITERS = 64;
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
            for (int fields : new int[] {FEW, USUAL, MANY}) {
                var filter = Filters.usher(Configs.withFields(fields, silentApi.getLocalPort()));
                try {
                    var cost = measure(request -> submit(filter, request), fields);
                    report.grows("µs for an accepted submission, by fields", fields, cost.micros());
                    if (fields == USUAL) {
                        report.row(
                                "an accepted submission of 15 fields, on the container's thread",
                                "≤ 60 µs, ≤ 40 KB",
                                cost.toString(),
                                "the same fields to the same JSON by hand: " + handWritten);
                    }
                } finally {
                    filter.destroy();
                }
            }
        }
    }

    private Cost measure(Step step, int fields) throws Exception {
        warmUp(step, fields);
        var requests = requests(MEASURED, fields);
        long nanos = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        all(requests, step);
        return new Cost(
                (threads.getCurrentThreadCpuTime() - nanos) / 1e3 / MEASURED,
                (threads.getCurrentThreadAllocatedBytes() - bytes) / 1e3 / MEASURED);
    }

    /** By many at once, since the disk takes many at once as fast as one. */
    private void warmUp(Step step, int fields) throws Exception {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < WRITERS; i++) {
                var requests = requests(WARM_UP / WRITERS, fields);
                all.add(() -> {
                    all(requests, step);
                    return true;
                });
            }
            for (var one : pool.invokeAll(all)) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void all(List<PlainRequest> requests, Step step) throws Exception {
        for (var request : requests) {
            if (step.of(request) == 0) {
                throw new IllegalStateException("Nothing came of it.");
            }
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

    private record Cost(double micros, double kilobytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f µs, %.1f KB", micros, kilobytes);
        }
    }

    @FunctionalInterface
    private interface Step {
        int of(PlainRequest request) throws Exception;
    }
}
