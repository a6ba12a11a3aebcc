package io.github.usher.behaviour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs the tests, and a Java 25 that lies beside it, or is named by {@code -Dusher.java25}. */
final class Javas {
    private static final String LATER = "25";

    private Javas() {}

    record Home(String version, Path home) {}

    static List<Home> all() {
        var running = Path.of(System.getProperty("java.home"));
        var all = new ArrayList<Home>();
        all.add(new Home(Integer.toString(Runtime.version().feature()), running));
        var named = System.getProperty("usher.java25");
        if (named != null) {
            all.add(new Home(LATER, Path.of(named)));
        } else {
            beside(running).stream().findFirst().ifPresent(home -> all.add(new Home(LATER, home)));
        }
        return all;
    }

    private static List<Path> beside(Path running) {
        try (var siblings = Files.list(running.getParent())) {
            return siblings.filter(home -> !home.equals(running) && isLater(home))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isLater(Path home) {
        var release = home.resolve("release");
        try {
            return Files.isRegularFile(release)
                    && Files.isExecutable(home.resolve("bin/java"))
                    && Files.readString(release).contains("JAVA_VERSION=\"" + LATER);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
