package io.github.usher.scan;

import java.util.regex.Pattern;

/** Patterns as Spring, Ant and UrlRewriteFilter write them. */
final class Wildcards {
    private static final Pattern PARTS = Pattern.compile("\\*+|[^*]+");

    private Wildcards() {}

    /** The regular expression of a pattern in which {@code *} is anything without a slash and {@code **} anything. */
    static String regex(String wildcard) {
        var regex = new StringBuilder("^");
        PARTS.matcher(wildcard).results().forEach(found -> {
            var part = found.group();
            regex.append(part.equals("*") ? "([^/]*)" : part.startsWith("*") ? "(.*)" : Pattern.quote(part));
        });
        return regex.append('$').toString();
    }
}
