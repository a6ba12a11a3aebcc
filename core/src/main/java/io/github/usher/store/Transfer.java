package io.github.usher.store;

import io.github.usher.booking.SiteSecrets;
import io.github.usher.submission.Selection;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies what one store holds into another, with all that it is found by. What is there already stays as it is there, so
 * that a copy which was interrupted can simply be made again. What cannot be read is counted and left.
 */
final class Transfer {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final JdbcStore from;
    private final JdbcStore to;
    private final Instant now;

    Transfer(JdbcStore from, JdbcStore to, Instant now) {
        this.from = from;
        this.to = to;
        this.now = now;
    }

    /** Of a sound store; fails where anything cannot be read. */
    Result all() throws StoreException {
        int copied = 0;
        var position = first();
        while (!position.isEmpty()) {
            for (var each : position) {
                copied += take(find(each.id())) ? 1 : 0;
            }
            position = position.size() < SubmissionStore.PAGE ? List.of() : next(position.get(position.size() - 1));
        }
        takeSecrets(secrets());
        return new Result(copied, 0);
    }

    private List<Position> first() throws StoreException {
        return from.transactions()
                .read(connection -> from.rows(connection).positions(Selection.all(), null, SubmissionStore.PAGE));
    }

    private List<Position> next(Position last) throws StoreException {
        return from.transactions()
                .read(connection -> from.rows(connection).positions(Selection.all(), last, SubmissionStore.PAGE));
    }

    /**
     * Of a broken store: row by row, with whatever list of ids can be read.
     *
     * @throws StoreException where the other one, which is sound, does not take them: they are then to be read again
     */
    Result whatCanBeRead() throws StoreException {
        int copied = 0;
        int lost = 0;
        for (var id : ids()) {
            var found = List.<Found>of();
            try {
                found = find(id);
            } catch (StoreException | RuntimeException unreadable) {
                LOG.log(Level.DEBUG, "Submission " + id + " could not be read.", unreadable);
                lost++;
            }
            copied += take(found) ? 1 : 0;
        }
        var secrets = List.<String>of();
        try {
            secrets = secrets();
        } catch (StoreException | RuntimeException unreadable) {
            LOG.log(Level.WARNING, "The settings of the broken store could not be read.", unreadable);
        }
        takeSecrets(secrets);
        return new Result(copied, lost);
    }

    /** From every index of its own, since each may be broken elsewhere. */
    private Set<String> ids() {
        var ids = new LinkedHashSet<String>();
        for (var query : List.of(
                "select id from usher_submission order by application, id",
                "select id from usher_submission order by application, accepted_at, id",
                "select id from usher_submission order by application, state, accepted_at, id",
                "select id from usher_submission",
                "select id from usher_key",
                "select id from usher_email")) {
            try {
                from.transactions().read(connection -> readInto(ids, connection, query));
            } catch (StoreException | RuntimeException broken) {
                LOG.log(Level.DEBUG, "A list of the broken store could not be read to its end.", broken);
            }
        }
        return ids;
    }

    /** Row after row as they are read, so that all before a broken one count. */
    private static Set<String> readInto(Set<String> ids, Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution 1");
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** Empty where it is not there. */
    private List<Found> find(String id) throws StoreException {
        return from.transactions().read(connection -> {
            var row = from.rows(connection).byId(id);
            return row == null
                    ? List.<Found>of()
                    : List.of(new Found(
                            row.open(from.seal()), from.keys(connection).of(id)));
        });
    }

    private boolean take(List<Found> found) throws StoreException {
        if (found.isEmpty()) {
            return false;
        }
        var one = found.get(0);
        var submission = one.submission().with(Orphans.freed(one.submission().progress(), now));
        return to.transactions().write(connection -> put(connection, submission, one.keys()));
    }

    private boolean put(Connection connection, Submission submission, List<Keys.Key> found) throws SQLException {
        if (to.rows(connection).byId(submission.id()) != null) {
            return false;
        }
        to.rows(connection).insert(submission, Sealed.of(submission, to.seal()), null);
        var keys = to.keys(connection);
        for (var key : found) {
            if (keys.find(key.kind(), key.hash()) == null) {
                keys.claim(key, null, submission.id());
            }
        }
        keys.addEmails(submission);
        return true;
    }

    private List<String> secrets() throws StoreException {
        var theirs = new ArrayList<String>();
        from.settings().get(SiteSecrets.SETTING).ifPresent(theirs::add);
        from.settings()
                .get(SiteSecrets.FURTHER_SETTING)
                .ifPresent(more -> theirs.addAll(more.lines().toList()));
        return theirs;
    }

    private void takeSecrets(List<String> secrets) throws StoreException {
        if (secrets.isEmpty()) {
            return;
        }
        var theirs = new ArrayList<>(secrets);
        theirs.remove(to.settings().getOrPut(SiteSecrets.SETTING, theirs.get(0)));
        var further = new LinkedHashSet<>(to.settings()
                .get(SiteSecrets.FURTHER_SETTING)
                .orElse("")
                .lines()
                .toList());
        if (further.addAll(theirs)) {
            to.settings().put(SiteSecrets.FURTHER_SETTING, String.join("\n", further));
        }
    }

    /**
     * @param copied that were not there yet
     * @param lost that could not be read
     */
    record Result(int copied, int lost) {}

    private record Found(Submission submission, List<Keys.Key> keys) {}
}
