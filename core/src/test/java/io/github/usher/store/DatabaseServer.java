package io.github.usher.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A database server of this machine's packages with a folder of its own, on a free port of the loopback. */
public abstract class DatabaseServer implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;

    final Path folder;
    final int port;
    private @Nullable Process process;

    DatabaseServer() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::killAtOnce));
        folder = Files.createTempDirectory(Path.of("/tmp"), "usher-database");
        port = freePort();
        run("chown", user(), folder.toString());
        initialise();
        start();
    }

    /** Whose program it is: these servers refuse to run as root. */
    abstract String user();

    abstract void initialise() throws IOException, InterruptedException;

    abstract List<String> command();

    abstract String url(String database);

    abstract String administration();

    /** That program, or a sentence that says what to install. */
    static Path program(String file, String debianPackage) {
        var path = Path.of(file);
        if (!Files.isExecutable(path)) {
            throw new AssertionError("This test needs " + file + ". On Debian: apt-get install " + debianPackage);
        }
        return path;
    }

    /** Starts it, once more after {@link #kill}; returns when it answers. */
    public final void start() throws IOException, InterruptedException {
        var started = new ProcessBuilder(asUser(command()))
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
        process = started;
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > end) {
                kill();
                throw new AssertionError(
                        "The database did not start. See " + folder.resolveSibling(folder.getFileName() + ".log"));
            }
            started.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(administration());
    }

    /** A database of its own, empty. */
    public final String create(String name) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url(name);
    }

    /** As a crash would end it. */
    public final void kill() throws InterruptedException {
        var running = process;
        killAtOnce();
        if (running != null) {
            running.waitFor();
        }
    }

    /** To all of its processes: {@code STOP} for one that hangs, {@code CONT} for its return. */
    public final void signal(String name) throws IOException, InterruptedException {
        var running = process;
        if (running == null) {
            return;
        }
        var command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(running.pid())));
        running.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        run(command.toArray(String[]::new));
    }

    private void killAtOnce() {
        var running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    final List<String> asUser(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        var all = new ArrayList<>(List.of("setpriv", "--reuid", user(), "--regid", user(), "--clear-groups", "--"));
        all.addAll(command);
        return all;
    }

    final void run(String... command) throws IOException, InterruptedException {
        var done = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (done != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + done);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".log"));
    }
}
