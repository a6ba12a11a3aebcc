package io.github.usher.container;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A running container with one or more sites, a process of its own on a free port of 127.0.0.1. Start one for a whole
 * suite, with all its sites.
 */
public final class Container implements AutoCloseable {
    private static final int START_SECONDS = 90;
    private static final int STOP_SECONDS = 20;
    private static final int LINE_SECONDS = 20;

    private final Builder builder;
    private final Setup setup;
    private final Process process;
    private final Thread endingWithUs;
    private final ContainerLog log;
    private final Path base;
    private final int port;

    private Container(Builder builder, Process process, ContainerLog log, Path base, Setup setup) {
        this.builder = builder;
        this.setup = setup;
        this.process = process;
        this.log = log;
        this.base = base;
        this.endingWithUs = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endingWithUs);
        this.port = awaitStart();
    }

    public static Builder of(ContainerKind kind) {
        return new Builder(kind);
    }

    private int awaitStart() {
        try {
            var line =
                    log.await("the port", text -> setup.portLine().matcher(text).find(), START_SECONDS);
            log.await(
                    "the end of the start",
                    text -> setup.readyLine().matcher(text).find(),
                    START_SECONDS);
            return Integer.parseInt(setup.portLine()
                    .matcher(line)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Where a site is; without a slash at the end. */
    public URI uri(String contextPath) {
        return URI.create("http://127.0.0.1:" + port + contextPath);
    }

    /** A browser on a site. */
    public Visitor visitor(String contextPath) {
        return new Visitor(uri(contextPath));
    }

    /** All lines that the container and the sites have printed so far. */
    public List<String> log() {
        return log.lines();
    }

    /** The first line that holds the text, waiting for it at most 20 seconds. */
    public String awaitLog(String text) {
        return log.await("\"" + text + "\"", line -> line.contains(text), LINE_SECONDS);
    }

    /** As {@link #awaitLog(String)}, waiting at most so long. */
    public String awaitLog(String text, Duration most) {
        return log.await("\"" + text + "\"", line -> line.contains(text), (int) most.toSeconds());
    }

    /** The container's own folder: {@code catalina.base} or {@code jetty.base}. */
    public Path base() {
        return base;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as a crash would: {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        close();
    }

    /** The same container with the same folder once more, on another port; this one must have ended. */
    public Container restarted() throws IOException {
        return builder.run(base, setup);
    }

    /** Ends it as an administrator would; by force if it does not end within 20 seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(endingWithUs);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What is to run, and how. */
    public static final class Builder {
        private final ContainerKind kind;
        private final List<App> apps = new ArrayList<>();
        private final List<String> jvmArguments = new ArrayList<>();
        private final List<Path> sharedJars = new ArrayList<>();
        private final Map<String, String> files = new LinkedHashMap<>();
        private Path javaHome = Path.of(System.getProperty("java.home"));

        private Builder(ContainerKind kind) {
            this.kind = kind;
        }

        public Builder with(App app) {
            apps.add(app);
            return this;
        }

        /** For instance {@code -Dusher.fail-on-error=true}. */
        public Builder jvm(String... arguments) {
            jvmArguments.addAll(List.of(arguments));
            return this;
        }

        /** A jar in Tomcat's {@code lib}, for all applications. */
        public Builder sharing(Path jar) {
            sharedJars.add(jar);
            return this;
        }

        /** A file in the container's own folder, for instance {@code conf/usher/shop.yaml}. */
        public Builder file(String path, String text) {
            files.put(path, text);
            return this;
        }

        public Builder java(Path home) {
            javaHome = home;
            return this;
        }

        /** Starts it, and returns when all its sites are up, or have failed to start. */
        public Container start() throws IOException {
            var base = Files.createTempDirectory(Build.folder("running"), kind + "-");
            var setup = kind.setup();
            setup.prepare(base);
            for (var file : files.entrySet()) {
                var target = base.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
            for (var jar : sharedJars) {
                setup.share(base, jar);
            }
            for (var app : apps) {
                setup.deploy(base, app, app.writeTo(base.resolve("sites"), kind));
            }
            return run(base, setup);
        }

        private Container run(Path base, Setup setup) throws IOException {
            var command = new ArrayList<>(List.of(
                    javaHome.resolve("bin/java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-Dfile.encoding=UTF-8"));
            command.addAll(jvmArguments);
            command.addAll(setup.command(base));
            var starting = new ProcessBuilder(command).directory(base.toFile()).redirectErrorStream(true);
            starting.environment().putAll(setup.environment(base));
            var process = starting.start();
            var log = ContainerLog.of(process.getInputStream(), base.resolve("console-" + process.pid() + ".log"));
            return new Container(this, process, log, base, setup);
        }
    }
}
