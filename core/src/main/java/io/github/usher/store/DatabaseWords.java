package io.github.usher.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of a database that failed. Its own words may quote a value that it refused, or the whole row: then
 * they go into no log, and into no exception that might be logged.
 */
final class DatabaseWords {
    private static final int MOST_LETTERS = 200;
    private static final int MOST_CAUSES = 10;

    /** Classes of SQL states that speak of values: data, integrity, a view's check. */
    private static final Set<String> OF_VALUES = Set.of("22", "23", "44");

    private DatabaseWords() {}

    /** One sentence for the admin. */
    static String sentence(SQLException failed) {
        return String.format(
                Locale.ROOT,
                "The database fails (SQL state %s): %s",
                failed.getSQLState(),
                speaksOfValues(failed)
                        ? "it refuses what is to be written. Its own words are left out, since they may quote it."
                        : firstLine(failed));
    }

    private static boolean speaksOfValues(SQLException failed) {
        var state = failed.getSQLState();
        return state != null && state.length() > 1 && OF_VALUES.contains(state.substring(0, 2));
    }

    /** What follows in further lines are details: keys, parameters, the statement. */
    private static String firstLine(SQLException failed) {
        var message = String.valueOf(failed.getMessage()).strip();
        var line = message.lines().findFirst().orElse("").replaceAll("'[^']*('|$)", "'…'");
        return line.length() > MOST_LETTERS ? line.substring(0, MOST_LETTERS) + "…" : line;
    }

    /** Where it failed, and with what kinds of exceptions, without the database's words. */
    static Throwable trace(SQLException failed) {
        return trace(failed, 0);
    }

    private static Throwable trace(Throwable failed, int depth) {
        if (failed instanceof IOException) {
            return failed;
        }
        var cause = failed.getCause();
        var trace = new Trace(failed, cause == null || depth == MOST_CAUSES ? null : trace(cause, depth + 1));
        trace.setStackTrace(failed.getStackTrace());
        return trace;
    }

    private static final class Trace extends Exception {
        Trace(Throwable of, @Nullable Throwable cause) {
            super(
                    of instanceof SQLException failed
                            ? of.getClass().getName() + ", SQL state " + failed.getSQLState() + ", code "
                                    + failed.getErrorCode()
                            : of.getClass().getName(),
                    cause);
        }
    }
}
