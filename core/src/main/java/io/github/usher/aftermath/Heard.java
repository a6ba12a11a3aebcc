package io.github.usher.aftermath;

import io.github.usher.submission.Submission;

/** What keeping an event of a booking came to. */
public sealed interface Heard {
    /** It is kept, and committed. */
    record Kept(Submission submission) implements Heard {}

    /** The very same was kept before. */
    record Repeated() implements Heard {}

    /** There is no such submission, or no longer. */
    record Nobody() implements Heard {}
}
