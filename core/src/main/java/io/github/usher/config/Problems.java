package io.github.usher.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes and warnings of one file. Not thread-safe. */
final class Problems {
    private static final int MOST = 100;

    private final String file;
    private final List<Problem> mistakes = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void mistake(int line, String message) {
        mistakes.add(new Problem(file, line, message));
    }

    void warning(int line, String message) {
        warnings.add(new Problem(file, line, message));
    }

    boolean hasMistakes() {
        return !mistakes.isEmpty();
    }

    List<Problem> mistakes() {
        return byLine(mistakes, "mistakes");
    }

    List<Problem> warnings() {
        return byLine(warnings, "warnings");
    }

    /** A part that is merged into several places is read several times: each problem is told once. */
    private List<Problem> byLine(List<Problem> given, String what) {
        var all = given.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line))
                .toList();
        if (all.size() <= MOST) {
            return all;
        }
        var first = new ArrayList<>(all.subList(0, MOST));
        first.add(new Problem(file, 0, "and " + (all.size() - MOST) + " more " + what + "."));
        return first;
    }
}
