package io.github.usher.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Keeps the connections of the embedded database, which cost little and never break one by one. There are never more of
 * them than threads that used one at once. Thread-safe.
 */
final class ConnectionPool {
    private final Source source;
    private final ConcurrentLinkedDeque<Pooled> idle = new ConcurrentLinkedDeque<>();

    ConnectionPool(Source source) {
        this.source = source;
    }

    /** Closing it gives it back, without what was not committed. */
    KeepingConnection take() throws SQLException {
        var found = idle.pollFirst();
        var pooled = found == null ? Pooled.of(source.open()) : found;
        return Lent.of(KeepingConnection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "close" -> {
                giveBack(pooled);
                yield null;
            }
            case "lend" -> pooled.statements().lend((String) arguments[0]);
            case "giveBack" -> {
                pooled.statements().giveBack((String) arguments[0], (PreparedStatement) arguments[1]);
                yield null;
            }
            default -> Lent.call(pooled.connection(), method, arguments);
        });
    }

    private void giveBack(Pooled pooled) throws SQLException {
        if (!pooled.connection().isClosed()) {
            pooled.connection().rollback();
            idle.addFirst(pooled);
        }
    }

    void close() throws SQLException {
        for (var pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
            pooled.connection().close();
        }
    }

    /** A connection with its statements. */
    private record Pooled(Connection connection, KeptStatements statements) {
        static Pooled of(Connection connection) {
            return new Pooled(connection, new KeptStatements(connection));
        }
    }

    /** Opens one more. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }
}
