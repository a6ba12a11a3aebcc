package io.github.usher.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What {@code config/keys.yaml} says of each key of each level. */
final class KeyTable {
    /** What is said of one key. */
    record Row(
            String type,
            String says,
            boolean required,
            @Nullable Object byDefault,
            List<Object> examples) {}

    private final Map<String, Row> rows;

    private KeyTable(Map<String, Row> rows) {
        this.rows = rows;
    }

    static KeyTable read() {
        var rows = new LinkedHashMap<String, Row>();
        try (InputStream in = Objects.requireNonNull(KeyTable.class.getResourceAsStream("/config/keys.yaml"))) {
            Map<String, Map<String, Map<String, Object>>> levels = new Yaml().load(in);
            levels.forEach((level, keys) -> keys.forEach((key, row) -> rows.put(level + "." + key, row(row))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeyTable(rows);
    }

    private static Row row(Map<String, Object> row) {
        var examples = row.get("examples");
        return new Row(
                String.valueOf(row.get("type")),
                String.valueOf(row.get("says")),
                Boolean.TRUE.equals(row.get("required")),
                row.get("default"),
                examples instanceof List<?> list ? List.copyOf(list) : List.of());
    }

    Map<String, Row> rows() {
        return rows;
    }

    @Nullable
    Row of(Level level, String key) {
        return rows.get(level + "." + key);
    }
}
