package io.github.usher.store;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why an embedded database cannot go on as it is. */
enum Loss {
    /** Its file is no longer where it was; what is open still holds all. */
    GONE,
    /** The disk had no room, or somebody interrupted the writing; the file is as good as it was before. */
    ENDED,
    /** The file is broken, or the disk failed: what it says it holds is not believed again. */
    UNTRUSTED;

    /** Its format is that of another version; it is locked; nobody let go of a row in time; a statement was cancelled. */
    private static final Set<Integer> ORDINARY = Set.of(90048, 90020, 50200, 57014);

    /** All statements are ours, so that whatever else fails is the file's fault. Null where it was an ordinary failure. */
    static @Nullable Loss of(SQLException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedChannelException
                    || (cause instanceof IOException
                            && String.valueOf(cause.getMessage()).contains("No space left"))) {
                return ENDED;
            }
        }
        return ORDINARY.contains(failed.getErrorCode()) || Transaction.isRace(failed) ? null : UNTRUSTED;
    }
}
