package io.github.usher.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Keeps the connections of the embedded database, which cost little and never break one by one. There are never more of
 * them than threads that used one at once. Thread-safe.
 */
final class ConnectionPool {
    private final Source source;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    ConnectionPool(Source source) {
        this.source = source;
    }

    /** Closing it gives it back, without what was not committed. */
    Connection take() throws SQLException {
        var pooled = idle.pollFirst();
        var connection = pooled == null ? source.open() : pooled;
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        connection.rollback();
        idle.addFirst(connection);
    }

    void close() throws SQLException {
        for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.close();
        }
    }

    /** Opens one more. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }
}
