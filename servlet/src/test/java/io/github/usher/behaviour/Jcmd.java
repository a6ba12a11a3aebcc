package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.usher.container.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a running JVM by the JDK's own {@code jcmd}. */
final class Jcmd {
    private Jcmd() {}

    static String of(Container container, String... command) {
        try {
            var line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(container.pid())));
            line.addAll(List.of(command));
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
