package io.github.usher.drift;

import io.github.usher.form.Submitted;
import io.github.usher.mapping.FormMapping;
import io.github.usher.mapping.Value;
import java.util.ArrayList;
import java.util.List;

/** Which maps of values do not know what was chosen. */
final class UnknownOptions {
    private UnknownOptions() {}

    /** The keys of {@code lead} whose {@code values} lack something that came in their field. */
    static List<String> of(FormMapping mapping, Submitted submitted) {
        var lacking = new ArrayList<String>(0);
        mapping.lead().forEach((name, value) -> {
            if (lacks(value, submitted)) {
                lacking.add(name);
            }
        });
        return List.copyOf(lacking);
    }

    private static boolean lacks(Value value, Submitted submitted) {
        if (value.values().isEmpty()) {
            return false;
        }
        return value.templates().stream()
                .flatMap(template -> template.fieldNames().stream())
                .flatMap(name -> submitted.fields().values(name).stream())
                .map(String::strip)
                .anyMatch(given -> !given.isEmpty()
                        && value.values().keySet().stream().noneMatch(known -> known.equalsIgnoreCase(given)));
    }
}
