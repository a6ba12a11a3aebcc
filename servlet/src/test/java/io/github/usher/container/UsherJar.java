package io.github.usher.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One real run of {@code java -jar usher-1.0.jar …}, a process of its own.
 *
 * @param code what it ended with
 * @param err standard error, which must be short: it is read after standard output
 */
public record UsherJar(int code, String out, String err) {
    public static UsherJar run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Build.usherJar().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new UsherJar(process.waitFor(), out, err);
    }
}
