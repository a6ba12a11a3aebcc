package io.github.usher.mapping;

import io.github.usher.template.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of the config, worked off in this order: {@code value} (the first template that is not blank), trim,
 * {@code values}, {@code else}, {@code as}, {@code default}, {@code max}.
 *
 * @param templates the first that is not blank counts; never empty
 * @param join between several values of one field; {@code ;} by default
 * @param values what comes in to what goes out: exact, then ignoring case; empty: no map
 * @param otherwise what becomes of a value that {@code values} does not name
 * @param as how it is converted, or null
 * @param fallback the {@code default}, or null
 * @param required whether a submission without it is kept and not routed
 * @param max the most characters (Unicode code points), or null for the Lead catalogue's limit
 */
public record Value(
        List<Template> templates,
        String join,
        Map<String, String> values,
        Otherwise otherwise,
        @Nullable Conversion as,
        @Nullable Template fallback,
        boolean required,
        @Nullable Integer max) {

    public Value {
        templates = List.copyOf(templates);
        values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    }

    /** A plain template, all else at its default. */
    public static Value of(Template template) {
        return new Value(List.of(template), ";", Map.of(), new Otherwise.Keep(), null, null, false, null);
    }

    /** What becomes of a value that the map of values does not name. */
    public sealed interface Otherwise {
        record Keep() implements Otherwise {}

        record Drop() implements Otherwise {}

        record Text(String text) implements Otherwise {}
    }
}
