package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, as a list of steps: each takes the schema from one version to the next, and stays as it is for ever.
 *
 * <p>Several nodes may start at once, and not every database can undo the making of a table. So each step may run twice
 * without harm.
 */
final class Schema {
    /** Text is {@code text(n)}, bytes are {@code bytes}: see {@link Dialect#translate}. Times are nanoseconds. */
    private static final List<List<String>> STEPS = List.of(
            List.of("""
                    create table if not exists usher_submission (
                        application text(120) not null,
                        id text(40) not null,
                        form text(200) not null,
                        state text(20) not null,
                        accepted_at bigint not null,
                        next_try bigint,
                        next_notice bigint,
                        owner text(80),
                        version bigint not null,
                        sealed integer not null,
                        lead bytes not null,
                        progress bytes not null,
                        primary key (application, id))""", """
                    create index if not exists usher_submission_time
                        on usher_submission (application, accepted_at, id)""", """
                    create index if not exists usher_submission_state
                        on usher_submission (application, state, next_try, accepted_at, id)""", """
                    create index if not exists usher_submission_notice
                        on usher_submission (application, next_notice, accepted_at, id)""", """
                    create table if not exists usher_key (
                        application text(120) not null,
                        kind text(10) not null,
                        hash text(64) not null,
                        id text(40) not null,
                        primary key (application, kind, hash))""", """
                    create index if not exists usher_key_id on usher_key (application, id)""", """
                    create table if not exists usher_email (
                        application text(120) not null,
                        hash text(64) not null,
                        id text(40) not null,
                        primary key (application, hash, id))""", """
                    create index if not exists usher_email_id on usher_email (application, id)"""),
            List.of("""
                    create table if not exists usher_setting (
                        application text(120) not null,
                        name text(120) not null,
                        content longtext not null,
                        primary key (application, name))""", """
                    create table if not exists usher_node (
                        application text(120) not null,
                        node text(80) not null,
                        beats bigint not null,
                        primary key (application, node))"""),
            List.of("""
                    create index if not exists usher_submission_state_time
                        on usher_submission (application, state, accepted_at, id, next_try)""", "drop index usher_submission_state of usher_submission"));

    private Schema() {}

    static int newest() {
        return STEPS.size();
    }

    /** Brings the tables to the newest version. */
    static void upgrade(Connection connection, Dialect dialect) throws SQLException, StoreException {
        upgrade(connection, dialect, newest());
    }

    static void upgrade(Connection connection, Dialect dialect, int to) throws SQLException, StoreException {
        execute(connection, dialect, "create table if not exists usher_schema (version integer not null)");
        int version = version(connection);
        if (version > newest()) {
            throw new StoreException("The store has schema " + version + ", and this Usher knows " + newest()
                    + " at most: a newer Usher has used it. Install that one again, or name another store.");
        }
        for (int step = version; step < to; step++) {
            for (var statement : STEPS.get(step)) {
                execute(connection, dialect, statement);
            }
            setVersion(connection, step + 1);
        }
    }

    private static void execute(Connection connection, Dialect dialect, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(dialect.translate(statement));
        }
        connection.commit();
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(version) from usher_schema")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** Rows are added and never changed, so that two nodes that do it at once do not stand in each other's way. */
    private static void setVersion(Connection connection, int version) throws SQLException {
        try (var statement = connection.prepareStatement("insert into usher_schema (version) values (?)")) {
            statement.setInt(1, version);
            statement.executeUpdate();
        }
        connection.commit();
    }
}
