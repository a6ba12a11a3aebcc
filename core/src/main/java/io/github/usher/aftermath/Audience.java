package io.github.usher.aftermath;

import io.github.usher.submission.Submission;
import org.jspecify.annotations.Nullable;

/** Who hears of changes after they were committed. Called on whatever thread made the change, so it must not wait. */
@FunctionalInterface
public interface Audience {
    /** @param before null where it is new; the same as {@code after} where nothing changed */
    void heard(@Nullable Submission before, Submission after);
}
