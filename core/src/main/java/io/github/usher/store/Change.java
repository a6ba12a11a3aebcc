package io.github.usher.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changed something, with its parameters: run again on the same tables it makes the same change.
 *
 * @param parameters as {@link Sql} takes them
 */
record Change(String statement, List<@Nullable Object> parameters) {
    static Change of(String statement, @Nullable Object[] parameters) {
        return new Change(statement, Arrays.asList(parameters));
    }

    @Nullable
    Object[] asGiven() {
        return parameters.toArray();
    }
}
