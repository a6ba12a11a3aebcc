package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values that go with the store. */
final class Settings {
    private final Transactions transactions;
    private final String application;

    Settings(Transactions transactions, String application) {
        this.transactions = transactions;
        this.application = application;
    }

    Optional<String> get(String name) throws StoreException {
        return transactions.read(connection -> Optional.ofNullable(find(connection, name)));
    }

    /** Of two at once the second fails by the table's own rule, and finds the first one's when it begins again. */
    String getOrPut(String name, String value) throws StoreException {
        return transactions.write(connection -> {
            var there = find(connection, name);
            if (there != null) {
                return there;
            }
            insert(connection, name, value);
            return value;
        });
    }

    void put(String name, @Nullable String value) throws StoreException {
        transactions.write(connection -> {
            Sql.update(connection, "delete from usher_setting where application = ? and name = ?", application, name);
            if (value != null) {
                insert(connection, name, value);
            }
            return name;
        });
    }

    private @Nullable String find(Connection connection, String name) throws SQLException {
        return Sql.first(
                connection,
                Sql::text,
                "select content from usher_setting where application = ? and name = ?",
                application,
                name);
    }

    private void insert(Connection connection, String name, String value) throws SQLException {
        Sql.update(
                connection,
                "insert into usher_setting (application, name, content) values (?, ?, ?)",
                application,
                name,
                value);
    }
}
