package io.github.usher.benchmarks.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * Tells the number of Java threads, the bytes of the heap in use, with {@code ?gc} after a collection, and for how long
 * the JVM has compiled.
 */
final class ProbeServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("gc") != null) {
            System.gc();
        }
        var threads = ManagementFactory.getThreadMXBean();
        var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        response.setContentType("text/plain");
        response.getWriter()
                .write(threads.getThreadCount() + " " + threads.getPeakThreadCount() + " " + used + " "
                        + ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
        threads.resetPeakThreadCount();
    }
}
