package io.github.usher.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Usher's own version, as the build wrote it. */
final class Version {
    private static final String RESOURCE = "/io/github/usher/version.properties";

    private Version() {}

    /** {@code 1.0}. */
    static String current() {
        var properties = new Properties();
        try (var content = Objects.requireNonNull(Version.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            properties.load(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.getProperty("version");
    }
}
