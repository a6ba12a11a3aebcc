package io.github.usher.demo;

import org.jspecify.annotations.Nullable;

/** Text made safe for HTML, for the JSPs of the demo. */
public final class Html {
    private Html() {}

    /**
     * Escapes text for element content and for attribute values in quotes.
     *
     * @param text any text, or null for none
     * @return the escaped text, empty for null
     */
    public static String escape(@Nullable Object text) {
        if (text == null) {
            return "";
        }
        return text.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
