package io.github.usher.store;

import org.jspecify.annotations.Nullable;

/** A connection that is told what was changed through it, since its database does not write all of that itself. */
interface RecordingConnection extends KeepingConnection {
    void changed(String statement, @Nullable Object[] parameters);
}
