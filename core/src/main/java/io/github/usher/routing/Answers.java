package io.github.usher.routing;

import org.jspecify.annotations.Nullable;

/** What an answer of the API means for a lead. Never throws, and repeats nothing that the API said. Thread-safe. */
interface Answers {
    /**
     * @param retryAfter the header of that name
     * @param body all of it, already inflated
     */
    RoutingOutcome read(int status, @Nullable String retryAfter, byte[] body);

    /** For an answer whose body could not be had or not be understood, so that only the status counts. */
    RoutingOutcome unreadable(int status, @Nullable String retryAfter, String what);

    /** What the answer to a {@link Dialect.Trial} says. */
    Rehearsal rehearsal(int status, byte[] body);
}
