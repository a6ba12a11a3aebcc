package io.github.usher.config;

import io.github.usher.template.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An environment read from a file of {@code NAME=value} lines, as Docker and systemd take them: blank lines and lines
 * that begin with {@code #} are skipped, {@code export} before a name too, and quotes around a value taken off. What
 * is not in the file comes from another environment. Immutable.
 */
public final class LoadedEnvironment implements Environment {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=(.*)");

    private final Map<String, String> values;
    private final Environment otherwise;

    private LoadedEnvironment(Map<String, String> values, Environment otherwise) {
        this.values = Map.copyOf(values);
        this.otherwise = otherwise;
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws IOException where it cannot be read, or a line is none; the message names line and expectation, and never
     *     a value
     */
    public static LoadedEnvironment read(Path file, Environment otherwise) throws IOException {
        var values = new HashMap<String, String>();
        int number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            var text = line.replace("\uFEFF", "").strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            var matcher = LINE.matcher(text);
            if (!matcher.matches()) {
                throw new IOException(file.getFileName() + ":" + number + " expected NAME=value.");
            }
            values.put(matcher.group(1), unquoted(matcher.group(2).strip()));
        }
        return new LoadedEnvironment(values, otherwise);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    @Override
    public @Nullable String get(String name) {
        var value = values.get(name);
        return value != null ? value : otherwise.get(name);
    }
}
