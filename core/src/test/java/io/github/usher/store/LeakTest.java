package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases quote what they refuse. */
class LeakTest {
    private static final String SECRET = "Lovelace";

    @TempDir
    private Path folder;

    /** @param store that refuses every submission by a rule of its database */
    static void assertQuotesNothing(SubmissionStore store) {
        var told = catchThrowableOfType(
                StoreException.class, () -> TestStores.save(store, "A", Instant.now(), Map.of("LastName", SECRET)));

        var whole = new StringWriter();
        told.printStackTrace(new PrintWriter(whole, true));
        var hex = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));
        assertThat(whole.toString().toLowerCase(Locale.ROOT))
                .contains("it refuses what is to be written", ", sql state 2", ".java:")
                .doesNotContain(SECRET.toLowerCase(Locale.ROOT))
                .doesNotContain(hex);
    }

    @Test
    void the_embedded_database_does_so_and_is_not_repeated() throws Exception {
        try (var store = TestStores.embedded(folder, Clock.systemUTC())) {
            store.transactions()
                    .write(connection -> Sql.update(
                            connection, "alter table usher_submission alter column lead set data type varbinary(10)"));

            assertQuotesNothing(store);
        }
    }

    @Nested
    class A_sentence_of_a_database {
        @Test
        void about_values_is_left_out() {
            assertThat(DatabaseWords.sentence(new SQLException("Value too long: 'Lovelace'", "22001")))
                    .isEqualTo(
                            "The database fails (SQL state 22001): it refuses what is to be written. Its own words are"
                                    + " left out, since they may quote it.");
            assertThat(DatabaseWords.sentence(new SQLException("Duplicate Lovelace", "23505")))
                    .doesNotContain(SECRET);
        }

        @Test
        void about_anything_else_is_told_without_details_and_quotations() {
            assertThat(DatabaseWords.sentence(
                            new SQLException("FATAL: too many clients for 'Lovelace'\nDetail: Lovelace", "53300")))
                    .isEqualTo("The database fails (SQL state 53300): FATAL: too many clients for '…'");
            assertThat(DatabaseWords.sentence(new SQLException("cut off: 'Lovel", "53300")))
                    .endsWith("cut off: '…'");
        }

        @Test
        void is_told_up_to_two_hundred_letters() {
            assertThat(DatabaseWords.sentence(new SQLException("x".repeat(201), "53300")))
                    .endsWith(": " + "x".repeat(200) + "…");
            assertThat(DatabaseWords.sentence(new SQLException("x".repeat(200), "53300")))
                    .endsWith(": " + "x".repeat(200));
        }
    }

    @Test
    void a_driver_that_names_no_proper_state_is_told_all_the_same() {
        assertThat(DatabaseWords.sentence(new SQLException("It is away.", "2")))
                .isEqualTo("The database fails (SQL state 2): It is away.");
        assertThat(DatabaseWords.sentence(new SQLException("It is away.")))
                .isEqualTo("The database fails (SQL state null): It is away.");
    }

    @Test
    void of_many_causes_some_are_enough() {
        Throwable cause = new IllegalStateException(SECRET);
        for (int i = 0; i < 30; i++) {
            cause = new IllegalStateException(SECRET, cause);
        }

        int depth = 0;
        for (var trace = DatabaseWords.trace(new SQLException(SECRET, cause));
                trace != null;
                trace = trace.getCause()) {
            depth++;
        }

        assertThat(depth).isEqualTo(11);
    }

    @Test
    void the_words_of_the_disk_are_kept() {
        var failed = new SQLException("Lovelace", "58030", new IllegalStateException(new IOException("No space left")));

        var trace = DatabaseWords.trace(failed);

        assertThat(trace).hasMessage("java.sql.SQLException, SQL state 58030, code 0");
        assertThat(trace.getCause()).hasMessage("java.lang.IllegalStateException");
        assertThat(trace).hasRootCauseMessage("No space left");
        assertThat(trace.getStackTrace()).isEqualTo(failed.getStackTrace());
    }
}
