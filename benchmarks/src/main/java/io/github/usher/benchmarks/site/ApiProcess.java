package io.github.usher.benchmarks.site;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.startup.Tomcat;

/**
 * A routing API that answers each POST with a calendar, after a time that {@code /set?millis=} sets, with a status that
 * {@code &status=} sets. Says {@code PORT n}, and ends when its standard input does.
 */
public final class ApiProcess {
    private ApiProcess() {}

    /** @param args a base folder */
    public static void main(String[] args) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(args[0]);
        tomcat.setPort(0);
        var connector = tomcat.getConnector();
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setProperty("maxConnections", "20000");
        connector.setProperty("acceptCount", "4000");
        connector.setProperty("keepAliveTimeout", "60000");
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setProperty("maxThreads", "16");
        var context = tomcat.addContext("", args[0]);
        Tomcat.addServlet(context, "api", new Answers(Executors.newSingleThreadScheduledExecutor()))
                .setAsyncSupported(true);
        context.addServletMappingDecoded("/", "api");
        tomcat.start();
        System.out.println("PORT " + connector.getLocalPort());
        System.out.flush();
        while (System.in.read() >= 0) {
            // Until its parent goes.
        }
        System.exit(0);
    }

    /** Answers now or later. */
    private static final class Answers extends HttpServlet {
        private static final long serialVersionUID = 1;

        private final transient ScheduledExecutorService timer;
        private final AtomicLong calls = new AtomicLong();
        private volatile long millis;
        private volatile int status = HttpServletResponse.SC_OK;

        Answers(ScheduledExecutorService timer) {
            this.timer = timer;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getServletPath().equals("/set")) {
                millis = Long.parseLong(request.getParameter("millis"));
                status = Integer.parseInt(request.getParameter("status"));
            }
            response.getWriter().write(Long.toString(calls.get()));
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            calls.incrementAndGet();
            if (millis == 0) {
                answer(request, response);
                return;
            }
            var waiting = request.startAsync();
            waiting.setTimeout(60_000);
            timer.schedule(() -> later(waiting), millis, TimeUnit.MILLISECONDS);
        }

        private void later(AsyncContext waiting) {
            try {
                answer((HttpServletRequest) waiting.getRequest(), (HttpServletResponse) waiting.getResponse());
            } catch (IOException callerLeft) {
                System.getLogger("api").log(System.Logger.Level.DEBUG, callerLeft);
            } finally {
                waiting.complete();
            }
        }

        private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setContentType("application/json");
            var calendar = "http://127.0.0.1:" + request.getServerPort() + "/book/me?id=00Q000000000001";
            var body = ("{\"routeId\":\"508b2f5f4a37500001ba7ffb\",\"url\":\"" + calendar + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
