package io.github.usher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build. */
public final class Version {
    private Version() {}

    /** As {@code 1.0}. */
    public static String text() {
        var properties = new Properties();
        try (var stream = Version.class.getResourceAsStream("version.properties")) {
            properties.load(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version");
    }
}
