package io.github.usher.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema of {@code usher.yaml} (draft 7), for editors. It refuses nothing that {@link ConfigReader} takes; the
 * reader refuses more, since a schema knows nothing of how two keys go together.
 */
public final class ConfigSchema {
    /** As the file is called in the jar, and as it is best called beside a config. */
    public static final String NAME = "usher.schema.json";

    private ConfigSchema() {}

    /** The schema as it lies in the jar, beside this class. */
    public static String text() {
        try (var in = ConfigSchema.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("The jar is incomplete: " + NAME + " is missing in it.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
