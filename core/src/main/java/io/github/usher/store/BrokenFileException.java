package io.github.usher.store;

/** The embedded database's file cannot be read as what it is. */
final class BrokenFileException extends Exception {
    BrokenFileException(Throwable cause) {
        super("The file is broken.", cause);
    }
}
