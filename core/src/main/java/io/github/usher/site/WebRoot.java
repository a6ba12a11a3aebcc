package io.github.usher.site;

import java.util.Comparator;
import java.util.NavigableSet;

/** Where {@code WEB-INF} lies. */
final class WebRoot {
    private static final String WEB_INF = "WEB-INF/";

    private WebRoot() {}

    static String of(NavigableSet<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(WEB_INF) || path.contains("/" + WEB_INF))
                .map(path -> path.substring(0, path.indexOf(WEB_INF)))
                .distinct()
                .min(Comparator.comparingInt((String root) -> isSource(root) ? 0 : 1)
                        .thenComparingInt(String::length))
                .orElse("");
    }

    /** What a build has made of the sources lies beside them. */
    private static boolean isSource(String root) {
        return !root.matches("(.*/)?(target|build|out|bin|dist)/.*");
    }
}
