package io.github.usher.desk;

/** What was asked for cannot be done. Its message is a sentence for the person who asked. */
public final class DeskException extends Exception {
    public DeskException(String message) {
        super(message);
    }

    public DeskException(String message, Throwable cause) {
        super(message, cause);
    }
}
