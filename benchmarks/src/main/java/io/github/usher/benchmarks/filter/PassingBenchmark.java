package io.github.usher.benchmarks.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A request that belongs to no form, through each filter. Its path is a text of its own each time, as in a container, so
 * that no hash of an earlier request is of use: what a filter costs is the difference to {@code none}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-Xms1g", "-XX:+UseParallelGC"})
@State(Scope.Thread)
public class PassingBenchmark {
    private static final HttpServletResponse RESPONSE = Stub.of(HttpServletResponse.class, Map.of());

    /** The filter: none, remote-ip, or one with a number of forms or rules. */
    @Param({
        "none",
        "remote-ip",
        "url-rewrite-1",
        "url-rewrite-20",
        "url-rewrite-200",
        "usher-1",
        "usher-20",
        "usher-200"
    })
    public String filter = "none";

    /** The request. */
    @Param({
        "GET /shop/catalogue/lathes.jsp",
        "POST /shop/basket/update.jsp",
        "POST /shop/search.action;jsessionid=1F?q=lathe&page=2"
    })
    public String request = "GET /";

    private Filter measured = Filters.nothing();
    private PlainRequest asked = new PlainRequest("GET", "/");
    private byte[] path = {};
    private Blackhole hole = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
    private final FilterChain site = (request, response) -> hole.consume(request);

    /** Starts the filter. */
    @Setup(Level.Trial)
    public void start() throws ServletException {
        var parts = request.split("[ ?;]");
        path = parts[1].getBytes(StandardCharsets.ISO_8859_1);
        asked = new PlainRequest(parts[0], parts[1]);
        asked.query = request.contains("?") ? request.substring(request.indexOf('?') + 1) : null;
        asked.pathParameters = request.contains(";") ? ";" + parts[2] : "";
        asked.headers.put("Accept", "text/html");
        int number = filter.matches(".*\\d") ? Integer.parseInt(filter.replaceAll("\\D", "")) : 0;
        if (filter.startsWith("usher")) {
            measured = Filters.usher(Configs.withForms(number, "send"));
        } else if (filter.startsWith("url")) {
            measured = Filters.urlRewrite(number);
        } else if (filter.equals("remote-ip")) {
            measured = Filters.remoteIp();
        }
    }

    /** Ends the filter. */
    @TearDown(Level.Trial)
    public void end() {
        measured.destroy();
    }

    /** One request. */
    @Benchmark
    public void pass(Blackhole given) throws IOException, ServletException {
        hole = given;
        asked.path(new String(path, StandardCharsets.ISO_8859_1));
        measured.doFilter(asked, RESPONSE, site);
    }
}
