package io.github.usher.servlet;

import io.github.usher.form.Submitted;

/** What a submission holds, as far as it could be read. */
sealed interface ReadForm {
    Submitted submitted();

    /** All that the application itself could read. */
    record Whole(Submitted submitted) implements ReadForm {}

    /**
     * It is to be kept for a person, and not to be routed.
     *
     * @param reason half a sentence that goes after a colon; never holds what was submitted
     */
    record Broken(Submitted submitted, String reason) implements ReadForm {}
}
