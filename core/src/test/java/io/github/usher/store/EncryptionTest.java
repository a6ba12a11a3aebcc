package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.form.FormFields;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Secret KEY = new Secret("a long sentence that nobody guesses");

    @TempDir
    private Path folder;

    @Test
    void without_a_key_the_file_holds_what_was_submitted_and_with_one_it_does_not() throws Exception {
        save(null, "PLAIN");
        assertThat(file()).contains("Lovelace").contains("PLAIN");

        var other = folder.resolve("other");
        save(other, KEY, "SEALED");

        assertThat(text(EmbeddedDatabase.fileIn(other.resolve("ROOT"))))
                .contains("SEALED")
                .doesNotContain("Lovelace", "ada@ae.example", "secret-route", "contact-page");
    }

    @Test
    void with_the_key_everything_is_read_and_found_again() throws Exception {
        save(KEY, "A");

        try (var store = open(folder, KEY)) {
            assertThat(store.byId("A")).map(Submission::kept).contains(kept());
            assertThat(store.byEmail("ADA@ae.example", 9)).hasSize(1);
            assertThat(store.byEmail("grace@ae.example", 9)).isEmpty();
            assertThat(store.erase("ada@ae.example")).isEqualTo(1);
        }
    }

    @Test
    void a_wrong_key_and_a_missing_one_are_told_and_change_nothing() throws Exception {
        save(KEY, "A");

        assertThatThrownBy(() -> open(folder, new Secret("another sentence")))
                .isInstanceOf(StoreException.class)
                .hasMessage("The store was encrypted with another store.encryption-key than the config has. Write that"
                        + " one; nothing was changed.");
        assertThatThrownBy(() -> open(folder, null))
                .isInstanceOf(StoreException.class)
                .hasMessage("The store is encrypted, and the config has no store.encryption-key. Write the key that it"
                        + " was encrypted with.");

        try (var store = open(folder, KEY)) {
            assertThat(store.byId("A")).isPresent();
        }
    }

    @Test
    void what_was_kept_before_there_was_a_key_is_encrypted_when_there_is_one() throws Exception {
        save(null, "A");

        try (var store = open(folder, KEY)) {
            assertThat(store.byId("A")).map(Submission::kept).contains(kept());
            assertThat(store.byEmail("ada@ae.example", 9)).hasSize(1);
            var unsealed = store.transactions()
                    .read(connection -> new Rows(connection, TestStores.APPLICATION, store.seal()).unsealed(9));
            assertThat(unsealed).isEmpty();
        }
        assertThatThrownBy(() -> open(folder, null)).isInstanceOf(StoreException.class);
    }

    @Test
    void all_that_was_kept_before_is_encrypted_and_found_by_no_other_hash_however_much_it_was() throws Exception {
        var leads = 120;
        try (var store = open(folder, null)) {
            for (int i = 0; i < leads; i++) {
                TestStores.save(store, "S" + i, NOON);
            }
        }

        try (var store = open(folder, KEY)) {
            assertThat(store.byEmail("s7@ae.example", 9)).hasSize(1);
            store.transactions().read(connection -> {
                assertThat(new Rows(connection, TestStores.APPLICATION, store.seal()).unsealed(9))
                        .isEmpty();
                var hashes = Sql.query(connection, Sql::text, "select hash from usher_email");
                assertThat(hashes).hasSize(leads).doesNotContain(Seal.none().hash("s7@ae.example"));
                return true;
            });
        }
    }

    @Test
    void two_stores_with_one_key_have_nothing_in_common() throws Exception {
        save(folder, KEY, "A");
        save(folder.resolve("other"), KEY, "A");

        try (var one = open(folder, KEY);
                var other = open(folder.resolve("other"), KEY)) {
            assertThat(one.seal().hash("ada@ae.example"))
                    .isNotEqualTo(other.seal().hash("ada@ae.example"));
        }
    }

    @Test
    void a_row_under_another_id_or_a_changed_one_does_not_open() throws Exception {
        var seal = AesSeal.of(KEY.text(), new byte[16]);
        var sealed = seal.seal("{}".getBytes(StandardCharsets.UTF_8), "A", "lead");

        assertThat(seal.open(sealed, "A", "lead")).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> seal.open(sealed, "B", "lead")).isInstanceOf(UnreadableRecordException.class);
        assertThatThrownBy(() -> seal.open(sealed, "A", "progress")).isInstanceOf(UnreadableRecordException.class);
        assertThatThrownBy(() -> Seal.none().open(sealed, "A", "lead")).isInstanceOf(UnreadableRecordException.class);
        for (int i = 1; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> seal.open(changed, "A", "lead")).isInstanceOf(UnreadableRecordException.class);
        }
        assertThatThrownBy(() -> seal.open(new byte[] {1, 2}, "A", "lead"))
                .isInstanceOf(UnreadableRecordException.class);
        assertThat(seal.open(new byte[0], "A", "lead")).isEmpty();
        assertThat(seal.seal(new byte[0], "A", "lead")).isNotEqualTo(seal.seal(new byte[0], "A", "lead"));
    }

    private void save(@Nullable Secret key, String id) throws Exception {
        save(folder, key, id);
    }

    private static void save(Path dir, @Nullable Secret key, String id) throws Exception {
        var lead = Map.of("Email", "ada@ae.example", "LastName", "Lovelace");
        var like = Submissions.waiting(id, NOON, lead);
        var submission = new Submission(
                id, "contact", NOON, like.request(), kept(), like.plan(), like.sitePage(), List.of(), like.progress());
        try (var store = open(dir, key)) {
            store.save(submission, Repeats.of("contact", lead, TestStores.BROWSER, null, Duration.ZERO), null);
        }
    }

    private static FormFields kept() {
        return FormFields.builder().add("name", "Lovelace").build();
    }

    private static JdbcStore open(Path dir, @Nullable Secret key) throws Exception {
        return TestStores.opener(dir, key).open();
    }

    private String file() throws Exception {
        return text(EmbeddedDatabase.fileIn(folder.resolve("ROOT")));
    }

    private static String text(Path file) throws Exception {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
