package io.github.usher.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How one make of container is laid out and started. */
interface Setup {
    /** Writes the container's own folder, before any application. */
    void prepare(Path base) throws IOException;

    /** Makes an application known. */
    void deploy(Path base, App app, Path site) throws IOException;

    /** Puts a jar where all applications see it. */
    void share(Path base, Path jar) throws IOException;

    /** Variables of its environment, beside those of the tests. */
    default Map<String, String> environment(Path base) {
        return Map.of();
    }

    /** What follows {@code java} and the JVM's own arguments. */
    List<String> command(Path base);

    /** The line that tells the port, as its first group. */
    Pattern portLine();

    /** The line that says that all has started. */
    Pattern readyLine();
}
