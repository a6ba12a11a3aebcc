package io.github.usher.routing;

import org.jspecify.annotations.Nullable;

/** Knows the tokens of the Edge API. Whatever it gives is put into a header and nowhere else. Thread-safe. */
@FunctionalInterface
public interface Tokens {
    /**
     * The token of a lead; null where the config has none.
     *
     * @param form that has a token of its own; null: the general one
     */
    @Nullable
    String of(@Nullable String form);

    static Tokens none() {
        return form -> null;
    }
}
