package io.github.usher.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** All that a container prints, read by a thread of its own, and kept in a file too. Safe for use by several threads. */
final class ContainerLog {
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    static ContainerLog of(InputStream output, Path file) {
        var log = new ContainerLog();
        var reader = new Thread(() -> log.read(output, file), "log of " + file);
        reader.setDaemon(true);
        reader.start();
        return log;
    }

    private void read(InputStream output, Path file) {
        try (var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
                var copy = Files.newBufferedWriter(file)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                copy.write(line);
                copy.newLine();
                copy.flush();
                add(line);
            }
        } catch (IOException ending) {
            add("The log ended: " + ending);
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * The first line that the predicate likes, waiting for it.
     *
     * @throws IllegalStateException if none comes within the time, or the container ends before; with the whole log
     */
    String await(String what, Predicate<String> wanted, int seconds) {
        try {
            return awaitInterruptibly(what, wanted, seconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the log.", interrupted);
        }
    }

    private synchronized String awaitInterruptibly(String what, Predicate<String> wanted, int seconds)
            throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var seen = 0;
        while (true) {
            for (; seen < lines.size(); seen++) {
                if (wanted.test(lines.get(seen))) {
                    return lines.get(seen);
                }
            }
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || left <= 0) {
                throw new IllegalStateException("No line about " + what + " in:\n" + String.join("\n", lines));
            }
            wait(left);
        }
    }
}
