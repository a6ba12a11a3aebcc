package io.github.usher.benchmarks.load;

import io.github.usher.Main;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The one jar that users take. */
final class UsherJar {
    private UsherJar() {}

    static Path find() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
