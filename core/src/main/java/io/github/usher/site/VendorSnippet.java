package io.github.usher.site;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the vendor's own browser script in a page. It posts the form to Chili Piper by itself, so that on a site with
 * Usher each lead would be routed twice.
 */
public final class VendorSnippet {
    private static final Pattern SNIPPET = Pattern.compile(
            "[\\w.-]*chilipiper\\.com/[\\w./-]*\\.js|\\bChiliPiper\\s*\\.\\s*(?:submit|init|scheduling|deploy)\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    private VendorSnippet() {}

    /** What of it stands there, as the address of the script; null where there is none. */
    public static @Nullable String in(String page) {
        var found = SNIPPET.matcher(page);
        return found.find() ? found.group().replaceAll("\\s*\\($", "(…)") : null;
    }
}
