package io.github.usher.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of one connection that were prepared last, since to read and plan one takes longer than to run it.
 * For one thread at a time.
 */
final class KeptStatements {
    private static final int MOST = 40;

    private final Connection connection;
    /** The one that was given back longest ago comes first. */
    private final Map<String, PreparedStatement> byText = new LinkedHashMap<>();

    KeptStatements(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement lend(String text) throws SQLException {
        var kept = byText.remove(text);
        return kept == null ? connection.prepareStatement(text) : kept;
    }

    void giveBack(String text, PreparedStatement statement) throws SQLException {
        if (statement.isClosed()) {
            return;
        }
        statement.clearParameters();
        var same = byText.put(text, statement);
        if (same != null && same != statement) {
            same.close();
        }
        if (byText.size() > MOST) {
            var oldest = byText.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
    }
}
