package io.github.usher.servlet;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Runs what is ours so that no failure of it reaches the site. */
final class Guard {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private Guard() {}

    /** What the work gave, or null where it failed; the failure is logged by its type alone, since texts may be personal. */
    static <T> @Nullable T orNull(String what, Work<T> work) {
        try {
            return work.run();
        } catch (Throwable failed) {
            tell(what, failed);
            return null;
        }
    }

    static void tell(String what, Throwable failed) {
        var trace = failed.getStackTrace();
        LOG.log(
                Level.ERROR,
                "Usher failed " + what + " (" + failed.getClass().getName()
                        + (trace.length > 0 ? " at " + trace[0] : "") + "). The site's own request goes on.");
    }

    /** Something of ours. */
    @FunctionalInterface
    interface Work<T> {
        @Nullable
        T run() throws Exception;
    }
}
