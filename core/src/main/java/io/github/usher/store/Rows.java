package io.github.usher.store;

import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of submissions, within one transaction. */
final class Rows {
    private final Connection connection;
    private final String application;
    private final Seal seal;

    Rows(Connection connection, String application, Seal seal) {
        this.connection = connection;
        this.application = application;
        this.seal = seal;
    }

    @Nullable
    Row byId(String id) throws SQLException {
        return Sql.first(
                connection,
                Row::read,
                "select " + Row.COLUMNS + " from usher_submission where application = ? and id = ?",
                application,
                id);
    }

    /**
     * In no order. Asked for by the whole key: with the application by itself and a list of ids H2 would read all rows of
     * the application.
     */
    List<Row> byIds(List<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        var keys = ids.stream().flatMap(id -> Stream.of(application, id)).toArray();
        return Sql.query(
                connection,
                Row::read,
                "select " + Row.COLUMNS + " from usher_submission where (application, id) in ("
                        + String.join(", ", Collections.nCopies(ids.size(), "(?, ?)")) + ")",
                keys);
    }

    void insert(Submission submission, Sealed sealed, @Nullable String owner) throws SQLException {
        Sql.update(
                connection,
                "insert into usher_submission (application, id, form, state, accepted_at, next_try,"
                        + " next_notice, owner, version, sealed, lead, progress)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)",
                application,
                submission.id(),
                submission.form(),
                submission.state().name(),
                Times.nanos(submission.acceptedAt()),
                nanos(submission.progress().nextTry()),
                nanos(submission.progress().trail().nextNotice()),
                owner,
                seal.isOn() ? 1 : 0,
                sealed.lead(),
                sealed.progress());
    }

    /** Writes the progress; false where somebody else wrote since that version was read. */
    boolean replace(Submission submission, @Nullable String owner, long version) throws SQLException {
        return Sql.update(
                        connection,
                        "update usher_submission set state = ?, next_try = ?, next_notice = ?, owner = ?, progress = ?, version = ?"
                                + " where application = ? and id = ? and version = ?",
                        submission.state().name(),
                        nanos(submission.progress().nextTry()),
                        nanos(submission.progress().trail().nextNotice()),
                        owner,
                        Sealed.progress(submission, seal),
                        version + 1,
                        application,
                        submission.id(),
                        version)
                == 1;
    }

    /** Nobody is sending it any more; false where somebody else wrote since that version was read. */
    boolean disown(String id, long version) throws SQLException {
        return Sql.update(
                        connection,
                        "update usher_submission set owner = null, version = ? where application = ? and id = ? and version = ?",
                        version + 1,
                        application,
                        id,
                        version)
                == 1;
    }

    void replaceLead(Submission submission) throws SQLException {
        Sql.update(
                connection,
                "update usher_submission set lead = ?, sealed = ? where application = ? and id = ?",
                Sealed.lead(submission, seal),
                seal.isOn() ? 1 : 0,
                application,
                submission.id());
    }

    void delete(String id) throws SQLException {
        Sql.update(connection, "delete from usher_submission where application = ? and id = ?", application, id);
    }

    List<Position> positions(Selection selection, @Nullable Position after, int most) throws SQLException {
        var found = new ArrayList<Position>();
        for (var one : selection.ofEachState()) {
            found.addAll(ofOneState(one, after, most));
        }
        found.sort(selection.newestFirst() ? Comparator.reverseOrder() : Comparator.naturalOrder());
        return found.subList(0, Math.min(most, found.size()));
    }

    private List<Position> ofOneState(Selection selection, @Nullable Position after, int most) throws SQLException {
        var where = Where.of(application, selection, seal).after(after, selection.newestFirst());
        return Sql.query(
                connection,
                Position::read,
                "select s.id, s.accepted_at from " + where.clause() + " order by "
                        + where.order(selection.newestFirst()) + " limit ?",
                where.and(most));
    }

    /** Some of those whose lead or progress is written as it is. */
    List<Row> unsealed(int most) throws SQLException {
        return Sql.query(
                connection,
                Row::read,
                "select " + Row.COLUMNS + " from usher_submission where application = ? and sealed = 0 limit ?",
                application,
                most);
    }

    int count(Selection selection) throws SQLException {
        long count = 0;
        for (var one : selection.ofEachState()) {
            var where = Where.of(application, one, seal);
            count += Sql.query(connection, Sql::number, "select count(*) from " + where.clause(), where.parameters())
                    .get(0);
        }
        return Math.toIntExact(count);
    }

    /** Those that this node is sending. */
    List<String> sentBy(String owner) throws SQLException {
        return Sql.query(
                connection,
                Sql::text,
                "select id from usher_submission where application = ? and state = ? and owner = ?",
                application,
                State.SENDING.name(),
                owner);
    }

    /** All who are sending something. */
    List<String> owners() throws SQLException {
        return Sql.query(
                connection,
                Sql::text,
                "select distinct owner from usher_submission where application = ? and state = ? and owner is not null",
                application,
                State.SENDING.name());
    }

    private static Object nanos(@Nullable Instant time) {
        return Sql.orNull(time == null ? null : (Long) Times.nanos(time));
    }
}
