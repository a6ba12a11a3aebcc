package io.github.usher.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build left in {@code target}, and where tests may write. */
public final class Build {
    private static final Path TARGET =
            Path.of(System.getProperty("usher.target", "target")).toAbsolutePath();

    private Build() {}

    /** The one file that users take. */
    public static Path usherJar() {
        return Path.of(
                System.getProperty("usher.jar", TARGET.resolve("usher-1.0.jar").toString()));
    }

    /** The library of the tests that holds that class, such as a site's JDBC driver. */
    public static Path jarWith(String className) {
        try {
            var source = Class.forName(className).getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException("The tests have no " + className + ".", missing);
        }
    }

    /** A WAR that others wrote, which the build copied into {@code target/third-party}. */
    public static Path thirdPartyWar(String name) {
        return TARGET.resolve("third-party").resolve(name);
    }

    /** A file that a test leaves for people to read. */
    public static Path target(String name) {
        return TARGET.resolve(name);
    }

    static Path folder(String name) {
        try {
            return Files.createDirectories(TARGET.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
