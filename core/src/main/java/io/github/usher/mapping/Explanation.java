package io.github.usher.mapping;

/**
 * Where one part of a request came from, for {@code preview --explain}.
 *
 * @param key where it stands in the config, as {@code lead.Email}, {@code options.locale}, {@code router}
 * @param value what is sent; blank where the key is left out
 * @param origin in words, as <code>${email} (form field email)</code>, {@code constant}, {@code default}
 */
public record Explanation(String key, String value, String origin) {
    /** Without the value, which is personal. */
    @Override
    public String toString() {
        return "Explanation[" + key + ": " + origin + "]";
    }
}
