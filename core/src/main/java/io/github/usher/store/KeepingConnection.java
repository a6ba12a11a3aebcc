package io.github.usher.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection that keeps the statements which it prepared. Each is lent, and given back in place of being closed. */
interface KeepingConnection extends Connection {
    PreparedStatement lend(String statement) throws SQLException;

    void giveBack(String statement, PreparedStatement prepared) throws SQLException;
}
