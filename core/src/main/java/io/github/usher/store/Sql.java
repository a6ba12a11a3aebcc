package io.github.usher.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs single statements with their parameters. */
final class Sql {
    private Sql() {}

    static int update(Connection connection, String statement, @Nullable Object... parameters) throws SQLException {
        int rows = with(connection, statement, prepared -> {
            fill(prepared, parameters);
            return prepared.executeUpdate();
        });
        if (rows > 0 && connection instanceof RecordingConnection recording) {
            recording.changed(statement, parameters);
        }
        return rows;
    }

    static <T> List<T> query(Connection connection, Reader<T> reader, String statement, @Nullable Object... parameters)
            throws SQLException {
        return with(connection, statement, prepared -> {
            fill(prepared, parameters);
            try (var rows = prepared.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        });
    }

    private static <T> T with(Connection connection, String statement, Use<T> use) throws SQLException {
        if (!(connection instanceof KeepingConnection keeping)) {
            try (var prepared = connection.prepareStatement(statement)) {
                return use.of(prepared);
            }
        }
        var prepared = keeping.lend(statement);
        try {
            return use.of(prepared);
        } finally {
            keeping.giveBack(statement, prepared);
        }
    }

    /** The first row; null where there is none. */
    static <T> @Nullable T first(
            Connection connection, Reader<T> reader, String statement, @Nullable Object... parameters)
            throws SQLException {
        var all = query(connection, reader, statement, parameters);
        return all.isEmpty() ? null : all.get(0);
    }

    static String text(ResultSet row) throws SQLException {
        return row.getString(1);
    }

    static long number(ResultSet row) throws SQLException {
        return row.getLong(1);
    }

    private static void fill(PreparedStatement prepared, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            var parameter = parameters[i];
            if (parameter instanceof byte[] bytes) {
                prepared.setBytes(i + 1, bytes);
            } else if (parameter instanceof Long number) {
                prepared.setLong(i + 1, number);
            } else if (parameter instanceof Integer number) {
                prepared.setInt(i + 1, number);
            } else if (parameter instanceof Missing missing) {
                prepared.setNull(i + 1, missing.type());
            } else {
                prepared.setString(i + 1, (String) parameter);
            }
        }
    }

    /** A number that may be missing, as a parameter. */
    static Object orNull(@Nullable Long number) {
        return number == null ? new Missing(Types.BIGINT) : number;
    }

    /** @param type of {@link Types} */
    record Missing(int type) {}

    /** What is done with a statement. */
    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement prepared) throws SQLException;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
