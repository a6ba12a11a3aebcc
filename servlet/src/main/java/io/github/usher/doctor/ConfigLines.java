package io.github.usher.doctor;

import io.github.usher.config.Problem;
import java.nio.file.Path;
import java.util.List;

/** The lines of a config, in which a word is found again that the config itself keeps without its place. */
record ConfigLines(Path file, List<String> lines) {
    ConfigLines {
        lines = List.copyOf(lines);
    }

    /** A warning on the first line from there that holds the text, or on that line itself. */
    Problem warning(int from, String text, String message) {
        int found = from;
        for (int line = Math.max(1, from); line <= lines.size(); line++) {
            if (lines.get(line - 1).contains(text)) {
                found = line;
                break;
            }
        }
        return new Problem(String.valueOf(file.getFileName()), found, message);
    }
}
