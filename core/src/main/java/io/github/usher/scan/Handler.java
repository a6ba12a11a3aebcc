package io.github.usher.scan;

import io.github.usher.form.UrlPattern;
import java.util.List;

/**
 * What answers a request in the site.
 *
 * @param pattern a servlet url-pattern
 * @param source where it stands, for people: {@code web.xml, servlet contact}
 * @param outcomes how it answers, in the order of its code
 * @param views the pages that it shows
 */
record Handler(String pattern, String source, List<Outcome> outcomes, List<String> views) {
    boolean takes(String path) {
        try {
            return UrlPattern.parse(pattern).matches(path);
        } catch (IllegalArgumentException none) {
            return pattern.equals(path) || path.matches(Wildcards.regex(pattern));
        }
    }

    /** An exact pattern is surer than one that takes some paths, and that surer than one that takes many. */
    int exactness() {
        if (!pattern.contains("*")) {
            return pattern.equals("/") ? 0 : 2;
        }
        return pattern.matches("(/|/?.*/)\\*+|\\*\\..*") ? 0 : 1;
    }
}
