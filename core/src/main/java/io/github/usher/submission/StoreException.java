package io.github.usher.submission;

/** The store could not do what was asked of it. Its message is a sentence for the admin. */
public final class StoreException extends Exception {
    /** What is refused since so many were there before. */
    public static final String TOO_MANY_WAIT = "too many wait for it";

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
