package io.github.usher.drift;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is remembered of one submission: no values.
 *
 * @param fields the names that came
 * @param unknownOptions keys of the config whose map of values did not know what came
 */
record Seen(Instant at, Set<String> fields, List<String> unknownOptions) {
    Seen {
        fields = Set.copyOf(fields);
        unknownOptions = List.copyOf(unknownOptions);
    }
}
