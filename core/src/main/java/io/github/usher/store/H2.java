package io.github.usher.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/** How H2 is opened: it writes when it is asked to and not before, and its driver is never registered. */
final class H2 {
    /** No thread that writes in the background, from the first moment. */
    private static final String AT_FIRST = ";WRITE_DELAY=0;RETENTION_TIME=" + FileRoom.KEPT_MILLIS;
    /** And no writing with each commit, which zero would mean. */
    private static final int ONLY_WHEN_ASKED = -1;
    /**
     * What is changed is written anew elsewhere, so that a large cache is full of pages that nobody asks for again: with
     * what H2 takes by itself of a heap of 2 GB a save and its outcome took a sixth more time, with 128 MB more than half.
     * That was measured when each commit wrote its pages; with the journal 2 to 16 MB make no difference.
     */
    private static final int CACHE_KILOBYTES = 4096;

    private H2() {}

    /** The first connection to a file, which settles for all how it is written. */
    static JdbcConnection openFirst(Path file) throws SQLException {
        var connection = open(file, AT_FIRST);
        database(connection).getStore().getMvStore().setAutoCommitDelay(ONLY_WHEN_ASKED);
        return connection;
    }

    /** Another one. */
    static JdbcConnection open(Path file) throws SQLException {
        return open(file, "");
    }

    private static JdbcConnection open(Path file, String settings) throws SQLException {
        var url = "jdbc:h2:file:" + file.toAbsolutePath() + settings
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=10000"
                + ";MAX_LENGTH_INPLACE_LOB=1000000;PAGE_SIZE=4096;CACHE_SIZE=" + CACHE_KILOBYTES;
        var connection = new JdbcConnection(url, new Properties(), "", "", false);
        connection.setAutoCommit(false);
        return connection;
    }

    static Database database(JdbcConnection connection) {
        return ((SessionLocal) connection.getSession()).getDatabase();
    }
}
