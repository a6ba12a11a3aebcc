package io.github.usher.store;

import io.github.usher.submission.Repeats;
import io.github.usher.submission.Submission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What submissions are found by besides their id, all of it hashes, within one transaction. */
final class Keys {
    static final String TOKEN = "token";
    static final String SAME_VALUES = "values";
    static final String SAME_PERSON = "person";

    private final Connection connection;
    private final String application;
    private final Seal seal;

    Keys(Connection connection, String application, Seal seal) {
        this.connection = connection;
        this.application = application;
        this.seal = seal;
    }

    @Nullable
    String find(String kind, String hash) throws SQLException {
        return Sql.first(
                connection,
                Sql::text,
                "select id from usher_key where application = ? and kind = ? and hash = ?",
                application,
                kind,
                hash);
    }

    /**
     * What is kept under the keys that a submission is looked for by, and will be found by. It is read once and first:
     * whoever then claims them claims what was seen here, and nothing that came meanwhile.
     */
    Seen look(Repeats repeats) throws SQLException {
        var keys = new TreeSet<Key>();
        keys.add(new Key(SAME_VALUES, repeats.sameValues()));
        repeats.sameValuesKept().forEach(hash -> keys.add(new Key(SAME_VALUES, hash)));
        var person = repeats.samePerson();
        if (person != null) {
            keys.add(new Key(SAME_PERSON, person));
        }
        repeats.samePersonKept().forEach(hash -> keys.add(new Key(SAME_PERSON, hash)));
        var seen = new TreeMap<Key, String>();
        for (var key : keys) {
            var id = find(key.kind(), key.hash());
            if (id != null) {
                seen.put(key, id);
            }
        }
        return new Seen(seen);
    }

    /** Keeps a submission under all keys that find it, in one order for all, so that no two wait for each other. */
    void add(Submission submission, Repeats repeats, Seen seen, @Nullable String tokenHash) throws SQLException {
        var kept = new TreeSet<Key>();
        repeats.sameValuesKept().forEach(hash -> kept.add(new Key(SAME_VALUES, hash)));
        repeats.samePersonKept().forEach(hash -> kept.add(new Key(SAME_PERSON, hash)));
        for (var key : kept) {
            claim(key, seen.id(key.kind(), key.hash()), submission.id());
        }
        if (tokenHash != null) {
            insert(TOKEN, tokenHash, submission.id());
        }
        addEmails(submission);
    }

    void addToken(String id, @Nullable String tokenHash) throws SQLException {
        if (tokenHash != null && find(TOKEN, tokenHash) == null) {
            insert(TOKEN, tokenHash, id);
        }
    }

    /**
     * Of two that claim a key at once the second fails: by the table's own rule, or because what it replaces is no
     * longer there. It then has to look again.
     *
     * @param before what was seen there; null: nothing
     */
    void claim(Key key, @Nullable String before, String id) throws SQLException {
        if (before == null) {
            insert(key.kind(), key.hash(), id);
            return;
        }
        int replaced = Sql.update(
                connection,
                "update usher_key set id = ? where application = ? and kind = ? and hash = ? and id = ?",
                id,
                application,
                key.kind(),
                key.hash(),
                before);
        if (replaced == 0) {
            throw new RacedException();
        }
    }

    private void insert(String kind, String hash, String id) throws SQLException {
        Sql.update(
                connection,
                "insert into usher_key (application, kind, hash, id) values (?, ?, ?, ?)",
                application,
                kind,
                hash,
                id);
    }

    void addEmails(Submission submission) throws SQLException {
        for (var email : submission.request().emails()) {
            Sql.update(
                    connection,
                    "insert into usher_email (application, hash, id) values (?, ?, ?)",
                    application,
                    seal.hash(email),
                    submission.id());
        }
    }

    void deleteEmails(String id) throws SQLException {
        Sql.update(connection, "delete from usher_email where application = ? and id = ?", application, id);
    }

    void delete(String id) throws SQLException {
        Sql.update(connection, "delete from usher_key where application = ? and id = ?", application, id);
        deleteEmails(id);
    }

    /** Kind and hash of all keys of that submission. */
    List<Key> of(String id) throws SQLException {
        return Sql.query(
                connection,
                row -> new Key(row.getString(1), row.getString(2)),
                "select kind, hash from usher_key where application = ? and id = ?",
                application,
                id);
    }

    record Key(String kind, String hash) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? hash.compareTo(other.hash) : byKind;
        }
    }

    /** The submissions that were there, by key. */
    record Seen(Map<Key, String> ids) {
        @Nullable
        String id(String kind, String hash) {
            return ids.get(new Key(kind, hash));
        }
    }
}
