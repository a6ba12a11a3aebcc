package io.github.usher.store;

import java.sql.SQLException;

/** Somebody else was faster: the transaction has to begin again. */
final class RacedException extends SQLException {
    RacedException() {
        super("Another transaction was faster.", "40001");
    }
}
