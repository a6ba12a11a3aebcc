package io.github.usher.benchmarks.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another JVM that serves on a port of its choice. It ends when this one does. */
final class ChildJvm implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private ChildJvm(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it without Usher on its own class path, and waits until it serves.
     *
     * @param log where its output goes
     */
    static ChildJvm start(Class<?> main, List<String> jvm, Path log, String... args) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("PORT ")) {
                return new ChildJvm(process, Integer.parseInt(line.substring(5)));
            }
        }
        throw new IOException("It did not start; see " + log);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !isUsher(path))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isUsher(String path) {
        return path.equals(UsherJar.find().toString());
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    String get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failed) {
            throw new IllegalStateException("Asking " + path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Of a Tomcat: what its probe tells. */
    Probe probe(boolean afterCollection) {
        var numbers = get(afterCollection ? "/probe/?gc" : "/probe/").split(" ");
        return new Probe(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]));
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /**
     * @param threads now
     * @param peakThreads since the last probe
     * @param heap bytes in use
     * @param compiledMillis for how long the JVM has compiled since it started
     */
    record Probe(int threads, int peakThreads, long heap, long compiledMillis) {}
}
