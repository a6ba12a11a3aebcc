package io.github.usher.store;

import io.github.usher.submission.StoreException;

/** Opens the store that the config names. */
interface Opener extends AutoCloseable {
    /** Its message says what is wrong and what to do. */
    JdbcStore open() throws StoreException;

    /** Takes in what lies around and belongs here; called after each opening and each minute. */
    default void gather(JdbcStore store) throws StoreException {}

    /** Takes what a file that is gone still holds; it comes into the next store that is opened. */
    default void inherit(Remains remains) {
        throw new IllegalStateException("Nothing of a shared database is ever gone in this way.");
    }

    @Override
    default void close() {}
}
