package io.github.usher.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What the databases call differently. Everything else is the same SQL on all of them.
 *
 * @param product as the database calls itself
 * @param text the type of short text that is compared letter by letter; {@code %d} is its length
 * @param longText the type of text of any length
 * @param bytes the type of bytes, up to some megabytes at least
 * @param dropIndex {@code $1} is the index, {@code $2} its table
 */
record Dialect(String product, String text, String longText, String bytes, String dropIndex) {
    private static final String DROP_INDEX = "drop index if exists $1";
    private static final Dialect H2 = new Dialect("H2", "varchar(%d)", "varchar(1000000)", "blob", DROP_INDEX);
    private static final Dialect POSTGRES = new Dialect("PostgreSQL", "varchar(%d)", "text", "bytea", DROP_INDEX);
    private static final Dialect MARIADB = new Dialect(
            "MariaDB",
            "varchar(%d) character set utf8mb4 collate utf8mb4_bin",
            "longtext character set utf8mb4",
            "longblob",
            DROP_INDEX + " on $2");

    /** Of the database behind that connection; one that nobody has tried is spoken to as PostgreSQL is. */
    static Dialect of(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> H2;
            case "mariadb", "mysql" -> MARIADB;
            default -> POSTGRES;
        };
    }

    /** Says {@code text(120)}, {@code longtext}, {@code bytes} and {@code drop index x of y} in this dialect. */
    String translate(String statement) {
        return statement
                .replaceAll("drop index (\\w+) of (\\w+)", dropIndex)
                .replaceAll("\\btext\\((\\d+)\\)", text.replace("%d", "$1"))
                .replaceAll("\\blongtext\\b", longText)
                .replaceAll("\\bbytes\\b", bytes);
    }
}
