package io.github.usher.cli;

import org.jspecify.annotations.Nullable;

/** What was asked for cannot be done. Its message is for the person at the keyboard. */
final class UsageException extends RuntimeException {
    UsageException(@Nullable String message) {
        super(message);
    }
}
