package io.github.usher.config;

import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.config.UsherConfig.Store;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads {@code store}: where leads are kept, and for how long. */
final class StoreReader {
    private final Reading reading;

    StoreReader(Reading reading) {
        this.reading = reading;
    }

    Store read(Section top) {
        var section = top.section("store", Level.STORE);
        checkTogether(section);
        return new Store(
                section.optional("dir", StoreReader::folder),
                section.optional("url", StoreReader::jdbc),
                section.setting("user"),
                section.optional("password", Secret::new),
                section.setting("jndi"),
                section.setting("patience", Types::duration, Duration.ofSeconds(1)),
                section.setting("max", Types::size, 1L << 30),
                section.optional("encryption-key", Secret::new),
                section.setting("keep-delivered", Types::duration, Duration.ofDays(30)),
                section.setting("keep-undelivered", Types::duration, Duration.ofDays(90)));
    }

    private void checkTogether(Section section) {
        if (section.has("url") && section.has("jndi")) {
            reading.mistake(section.lineOf("jndi"), "jndi: url is given as well. Keep one of both.");
        }
        for (var key : java.util.List.of("user", "password")) {
            if (section.has(key) && !section.has("url")) {
                reading.warning(section.lineOf(key), key + ": means nothing without url and is left out.");
            }
        }
    }

    private static Path folder(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw Types.wrong(text, "no folder: " + noPath.getReason() + ".");
        }
    }

    private static String jdbc(String text) {
        if (!text.startsWith("jdbc:")) {
            throw Types.wrong(text, "no JDBC address. Write it as jdbc:postgresql://host/database.");
        }
        return text;
    }
}
