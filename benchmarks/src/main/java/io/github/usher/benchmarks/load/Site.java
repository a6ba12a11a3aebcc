package io.github.usher.benchmarks.load;

import io.github.usher.benchmarks.site.ApiProcess;
import io.github.usher.benchmarks.site.Lead;
import io.github.usher.benchmarks.site.TomcatProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Tomcat and the API of one measurement, each in a process of its own. */
final class Site implements AutoCloseable {
    /** What stands in the Tomcat. */
    enum Kind {
        /** The site with Usher in it. */
        USHER("site"),
        /** The site with Usher, in a Tomcat that is given 20 threads for requests where it takes up to 200 by itself. */
        USHER_ON_20_THREADS("site", 20),
        /** The same site alone. */
        WITHOUT("site"),
        /** A servlet that calls the API on the container's thread. */
        BLOCKING("blocking"),
        /** A servlet that calls it without a thread, and keeps nothing. */
        BARE_ASYNC("bare-async");

        private final String handler;
        private final int mostThreads;

        Kind(String handler) {
            this(handler, TOMCATS_OWN_THREADS);
        }

        Kind(String handler, int mostThreads) {
            this.handler = handler;
            this.mostThreads = mostThreads;
        }

        private boolean hasUsher() {
            return this == USHER || this == USHER_ON_20_THREADS;
        }
    }

    private static final int TOMCATS_OWN_THREADS = 200;
    static final int OK = 200;
    static final int UNAVAILABLE = 503;
    private static final int[] WARM_UP = {10, 50, 150};
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(6);
    private static final int HOT_RATE = 300;
    private static final Duration HOT_STEP = Duration.ofSeconds(15);
    private static final int MOST_HOT_STEPS = 12;
    /** Of processor time in each step: a JVM that compiles more is not hot yet, and spends up to half of the machine on it. */
    private static final long COMPILES_AT_MOST_MILLIS = 300;

    private final ChildJvm api;
    private final ChildJvm tomcat;
    private final long apiStartNanos;

    private Site(ChildJvm api, ChildJvm tomcat, long apiStartNanos) {
        this.api = api;
        this.tomcat = tomcat;
        this.apiStartNanos = apiStartNanos;
    }

    /** Starts both, with 2 GB for the Tomcat, and lets some visitors through so that all is warm. */
    static Site warm(Path folder, Kind kind) throws IOException {
        var site = start(folder, kind, "2g");
        site.apiAnswers(0, OK);
        for (int rate : WARM_UP) {
            new Crowd(site.port()).arrive(rate, WARM_UP_STEP);
        }
        return site;
    }

    /**
     * As {@link #warm}, and until the JVM has nothing more to compile: for the most that a machine holds.
     *
     * @param apiMillis what the API takes meanwhile and from then on
     */
    static Site hot(Path folder, Kind kind, long apiMillis) throws IOException {
        var site = warm(folder, kind);
        site.apiAnswers(apiMillis, OK);
        long compiled = 0;
        for (int step = 0; step < MOST_HOT_STEPS; step++) {
            new Crowd(site.port()).arrive(HOT_RATE, HOT_STEP);
            long now = site.tomcat.probe(false).compiledMillis();
            if (now - compiled < COMPILES_AT_MOST_MILLIS) {
                break;
            }
            compiled = now;
        }
        return site;
    }

    /**
     * Starts both.
     *
     * @param heap what the Tomcat may have, as {@code -Xmx} takes it
     */
    static Site start(Path folder, Kind kind, String heap) throws IOException {
        return startWith(folder, kind, heap, kind.hasUsher() ? UsherJar.find() : null);
    }

    /** As {@link #start}, with another jar in {@code WEB-INF/lib}; null: none. */
    static Site startWith(Path folder, Kind kind, String heap, @Nullable Path jar) throws IOException {
        var base = Files.createTempDirectory(folder, kind.name().toLowerCase(Locale.ROOT));
        long start = System.nanoTime();
        var api = ChildJvm.start(ApiProcess.class, List.of("-Xmx512m"), base.resolve("api.log"));
        long apiNanos = System.nanoTime() - start;
        var app = base.resolve("app");
        var lib = Files.createDirectories(app.resolve("WEB-INF/lib"));
        if (jar != null) {
            Files.copy(jar, lib.resolve("usher.jar"));
        }
        if (kind.hasUsher()) {
            Files.writeString(app.resolve("WEB-INF/usher.yaml"), config(base, api.port()));
        }
        var jvm = new ArrayList<>(List.of("-Xmx" + heap, "-D" + TomcatProcess.MOST_THREADS + "=" + kind.mostThreads));
        var more = System.getProperty("benchmarks.jvm");
        if (more != null) {
            jvm.addAll(List.of(more.split(" ")));
        }
        var tomcat = ChildJvm.start(
                TomcatProcess.class,
                jvm,
                base.resolve("tomcat.log"),
                base.toString(),
                app.toString(),
                kind.handler,
                "http://127.0.0.1:" + api.port() + "/concierge");
        return new Site(api, tomcat, apiNanos);
    }

    private static String config(Path base, int apiPort) {
        return """
                mode: send
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: http://127.0.0.1:%d
                  calls-at-once: 6000
                store:
                  dir: %s
                  max: 16 GB
                forms:
                  contact:
                    path: /contact.do
                    accepted-when:
                      redirect: /thanks.html
                    router: inbound-router
                    visitor-waits: 15s
                    lead:
                %s
                  upload:
                    path: /upload.do
                    accepted-when:
                      page-contains: thank you
                    router: inbound-router
                    lead:
                      LastName: ${last_name}
                      Company: ${company}
                      Email: ${email}
                """.formatted(apiPort, base.resolve("store"), lead(Lead.FIELDS));
    }

    private static String lead(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "      " + field.getKey() + ": ${" + field.getValue() + "}")
                .collect(Collectors.joining("\n"));
    }

    ChildJvm tomcat() {
        return tomcat;
    }

    /** How long the API took to start, which is no part of the Tomcat's time. */
    long apiStartNanos() {
        return apiStartNanos;
    }

    int port() {
        return tomcat.port();
    }

    /** Lets the API answer after that time with that status from now on. */
    void apiAnswers(long millis, int status) {
        api.get("/set?millis=" + millis + "&status=" + status);
    }

    /** How many calls the API has had. */
    long calls() {
        return Long.parseLong(api.get("/count"));
    }

    @Override
    public void close() {
        tomcat.close();
        api.close();
    }
}
