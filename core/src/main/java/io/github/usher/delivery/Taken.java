package io.github.usher.delivery;

import io.github.usher.submission.Submission;
import io.github.usher.submission.Token;

/** What became of a submission that the site accepted. */
public sealed interface Taken {
    Submission submission();

    /**
     * The prospect goes to the hand-off page of that token.
     *
     * @param deadline when the prospect has waited long enough, in {@link System#nanoTime()}
     */
    record HandOff(Submission submission, Token token, long deadline) implements Taken {}

    /** The prospect gets the site's own page; the lead, where it is to be sent, goes in the background. */
    record OwnPage(Submission submission) implements Taken {}
}
