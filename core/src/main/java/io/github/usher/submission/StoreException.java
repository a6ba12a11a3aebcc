package io.github.usher.submission;

/** The store could not do what was asked of it. Its message is a sentence for the admin. */
public final class StoreException extends Exception {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
