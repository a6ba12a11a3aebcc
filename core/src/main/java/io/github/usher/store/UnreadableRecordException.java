package io.github.usher.store;

/** What is kept under an id is no submission, or none that this version can read. Its message quotes nothing of it. */
final class UnreadableRecordException extends Exception {
    UnreadableRecordException(String message) {
        super(message);
    }
}
