package io.github.usher.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a config came to.
 *
 * @param config null where there is a mistake
 * @param mistakes all of them, by line
 * @param warnings by line
 */
public record ConfigResult(@Nullable UsherConfig config, List<Problem> mistakes, List<Problem> warnings) {
    public ConfigResult {
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
    }
}
