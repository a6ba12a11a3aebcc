package io.github.usher.routing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer came, but its body was dropped: too long, or encoded in a way that nobody asked for. */
final class UnreadableAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String retryAfter;
    private final String what;

    /** @param what such as {@code with more than 64 KiB} */
    UnreadableAnswerException(int status, @Nullable String retryAfter, String what) {
        super("HTTP " + status + " " + what);
        this.status = status;
        this.retryAfter = retryAfter;
        this.what = what;
    }

    int status() {
        return status;
    }

    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    String what() {
        return what;
    }
}
