package io.github.usher.submission;

/** What saving a submission came to. */
public sealed interface Saved {
    Submission submission();

    /** It is in the store now. */
    record Fresh(Submission submission) implements Saved {}

    /** The same values came from the same browser within five minutes: the earlier one counts, nothing was saved. */
    record Repeated(Submission submission) implements Saved {}

    /**
     * The same person submitted again from the same browser: the earlier one counts, nothing was saved.
     *
     * @param changed whether other values came this time
     */
    record SamePerson(Submission submission, boolean changed) implements Saved {}
}
