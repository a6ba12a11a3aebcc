package io.github.usher.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Where one part of a request came from, for {@code preview --explain}.
 *
 * @param key where it stands in the config, as {@code lead.Email}, {@code options.locale}, {@code router}
 * @param value what is sent; blank where the key is left out
 * @param origin in words, as <code>${email} (form field email)</code>, {@code constant}, {@code default}
 * @param leftOut why the key is left out, a part of a sentence that may name what was submitted; null where it is sent
 */
public record Explanation(
        String key, String value, String origin, @Nullable String leftOut) {
    /** Without the value, which is personal. */
    @Override
    public String toString() {
        return "Explanation[" + key + ": " + origin + "]";
    }
}
