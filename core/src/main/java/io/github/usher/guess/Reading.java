package io.github.usher.guess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one text about a field says.
 *
 * @param meaning null where it says nothing that we understand
 * @param clarity from 0 to 1, how plainly
 * @param said the words that say it
 * @param justNumber whether it says “number” and no more
 * @param again whether it says that something is asked once more, or in another version
 * @param examples the examples of names that it holds
 */
record Reading(
        @Nullable Meaning meaning,
        double clarity,
        String said,
        boolean justNumber,
        boolean again,
        List<Meaning> examples) {
    static final Reading SILENT = new Reading(null, 0, "", false, false, List.of());

    static Reading of(Meaning meaning, double clarity, String said) {
        return new Reading(meaning, clarity, said, false, false, List.of());
    }
}
