package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_store_of_an_older_version_is_upgraded_at_its_opening_and_keeps_all() throws Exception {
        var database = database();
        try (var connection = database.connect()) {
            Schema.upgrade(connection, Dialect.of(connection), 1);
            var old = Submissions.waiting("OLD", NOON, Map.of("Email", "ada@ae.example"));
            new Rows(connection, TestStores.APPLICATION, Seal.none()).insert(old, Sealed.of(old, Seal.none()), null);
            connection.commit();
        }
        database.close();

        try (var store = TestStores.opener(folder, null).open()) {
            assertThat(store.byId("OLD")).map(Submission::id).contains("OLD");
            store.putSetting("later", "than the first version");
            assertThat(store.setting("later")).isPresent();
        }
        try (var store = TestStores.opener(folder, null).open()) {
            long version = store.transactions()
                    .read(connection -> Sql.query(connection, Sql::number, "select max(version) from usher_schema")
                            .get(0));
            assertThat(version).isEqualTo(Schema.newest());
        }
    }

    @Test
    void an_upgrade_may_run_again_or_at_once_with_another() throws Exception {
        var database = database();
        try (var one = database.connect();
                var other = database.connect()) {
            Schema.upgrade(one, Dialect.of(one), 1);
            Schema.upgrade(other, Dialect.of(other), 2);
            Schema.upgrade(one, Dialect.of(one));
            assertThat(Sql.first(one, Sql::number, "select max(version) from usher_schema"))
                    .isEqualTo((long) Schema.newest());
        }
        database.close();
    }

    @Test
    void a_store_that_a_newer_usher_has_used_is_left_alone() throws Exception {
        var database = database();
        try (var connection = database.connect()) {
            Schema.upgrade(connection, Dialect.of(connection));
            Sql.update(connection, "insert into usher_schema (version) values (99)");
            connection.commit();
        }
        database.close();

        assertThatThrownBy(() -> TestStores.opener(folder, null).open())
                .isInstanceOf(StoreException.class)
                .hasMessage("The store has schema 99, and this Usher knows " + Schema.newest()
                        + " at most: a newer Usher has used it. Install that one again, or name another store.");
    }

    private EmbeddedDatabase database() throws Exception {
        var locked = LockedFolder.lock(folder.resolve(TestStores.APPLICATION));
        return new EmbeddedDatabase(Objects.requireNonNull(locked), TestStores.GIGABYTE);
    }
}
