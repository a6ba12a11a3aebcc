package io.github.usher.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a form as they were submitted: names in the order of submission, each with its values in theirs.
 *
 * <p>Values are what the application itself would read, neither trimmed nor changed. Immutable.
 */
public final class FormFields {
    private static final FormFields NONE = new FormFields(Map.of());

    private final Map<String, List<String>> values;

    private FormFields(Map<String, List<String>> values) {
        this.values = values;
    }

    public static FormFields none() {
        return NONE;
    }

    /** Copies a servlet's parameter map; its order is kept. A value that is null, as some containers give, is blank. */
    public static FormFields of(Map<String, String[]> parameters) {
        var builder = builder();
        parameters.forEach((name, given) -> {
            for (var value : given == null ? new String[0] : given) {
                builder.add(name, value == null ? "" : value);
            }
        });
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The values submitted under exactly this name, in their order; empty where there is none. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The names in the order of their first submission. */
    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Those fields alone whose names are kept. The order stays. */
    public FormFields keep(KeptNames wanted) {
        var kept = new LinkedHashMap<String, List<String>>();
        values.forEach((name, given) -> {
            var known = wanted.keptAs(name);
            if (known != null) {
                kept.put(known, given);
            }
        });
        return new FormFields(Collections.unmodifiableMap(kept));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormFields that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names alone: values are personal and belong in no log. */
    @Override
    public String toString() {
        return "FormFields" + values.keySet();
    }

    /** Collects fields one by one. Not thread-safe. */
    public static final class Builder {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        private Builder() {}

        public Builder add(String name, String value) {
            values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
            return this;
        }

        public FormFields build() {
            var copy = new LinkedHashMap<String, List<String>>();
            values.forEach((name, given) -> copy.put(name, List.copyOf(given)));
            return new FormFields(Collections.unmodifiableMap(copy));
        }
    }
}
