package io.github.usher.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.usher.submission.SubmissionStore;
import io.github.usher.submission.SubmissionStore.Room;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that several nodes and other applications may use too: by its address, with a pool of ours, or the
 * container's own {@code DataSource}. It is the database that makes a commit durable. It comes back by itself after it
 * was away, so that nothing has to be opened anew.
 */
final class SharedDatabase implements Database {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final int MOST_CONNECTIONS = 10;

    private final DataSource source;
    private final String where;
    private final List<AutoCloseable> ours;

    private SharedDatabase(DataSource source, String where, List<AutoCloseable> ours) {
        this.source = source;
        this.where = where;
        this.ours = ours;
    }

    /** @param application for the name of the pool's threads */
    static SharedDatabase at(DriverSource driver, String application) {
        var config = new HikariConfig();
        config.setDataSource(driver);
        config.setPoolName("usher " + application);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(TIMEOUT.toMillis());
        config.setValidationTimeout(TIMEOUT.toMillis() / 2);
        // What cannot be reached yet is tried again by whoever opens the store, and not by a thread of the pool.
        config.setInitializationFailTimeout(TIMEOUT.toMillis());
        var pool = new HikariDataSource(config);
        return new SharedDatabase(pool, driver.where(), List.of(pool, driver));
    }

    /** The container's, which is the container's to close. */
    static SharedDatabase of(DataSource source, String name) {
        return new SharedDatabase(source, "the container's " + name, List.of());
    }

    @Override
    public Connection connect() throws SQLException {
        var connection = source.getConnection();
        boolean ready = false;
        try {
            connection.setAutoCommit(false);
            if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            limit(connection);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    /** A database that takes a statement and never answers must not hold our threads for ever. */
    private static void limit(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) ANSWERS_WITHIN.toMillis());
        } catch (SQLFeatureNotSupportedException | AbstractMethodError notOfThisDriver) {
            // Then the settings of the driver or the DataSource hold.
        }
    }

    @Override
    public void upgraded() {
        // Nothing has waited for it.
    }

    @Override
    public void sync() {
        // A commit of the database is durable when it returns.
    }

    @Override
    public void afterSync() {
        // The database does by itself what is due.
    }

    @Override
    public void checkWritable() {
        // Its disk is not ours to look at.
    }

    @Override
    public int forgettable() {
        return SubmissionStore.PAGE;
    }

    @Override
    public @Nullable Lock changing() {
        return null;
    }

    @Override
    public void tidy() {
        // Its own servants tidy it.
    }

    @Override
    public void noteFailure(SQLException failed) {
        // The pool drops a connection that failed.
    }

    @Override
    public @Nullable Loss loss() {
        return null;
    }

    @Override
    public Room room() {
        return Room.unknown();
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public @Nullable Remains remains() {
        return null;
    }

    @Override
    public void crash() {
        close();
    }

    @Override
    public void close() {
        for (var each : ours) {
            try {
                each.close();
            } catch (Exception failed) {
                System.getLogger("io.github.usher")
                        .log(
                                System.Logger.Level.WARNING,
                                "The connections to " + where + " did not close well.",
                                failed);
            }
        }
    }
}
