package io.github.usher.page;

import java.util.ArrayDeque;
import java.util.Locale;

/** Paths of files with {@code /}. */
final class Paths {
    private Paths() {}

    /** The folder of a file, with {@code /} at its end; blank at the top. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** What a reference means that stands in a file. */
    static String beside(String file, String reference) {
        var parts = new ArrayDeque<String>();
        for (var part : (folder(file) + reference).split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** In lower case, without the dot; blank without one. */
    static String extension(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
