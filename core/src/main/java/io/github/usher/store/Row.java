package io.github.usher.store;

import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A submission as it lies in its table, still sealed. */
final class Row {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    static final String COLUMNS = "id, form, accepted_at, state, owner, version, lead, progress";

    private final String id;
    private final String form;
    private final Instant acceptedAt;
    private final State state;
    private final @Nullable String owner;
    private final long version;
    private final Sealed sealed;

    private Row(ResultSet row) throws SQLException {
        id = row.getString(1);
        form = row.getString(2);
        acceptedAt = Times.time(row.getLong(3));
        state = state(row.getString(4));
        owner = row.getString(5);
        version = row.getLong(6);
        sealed = new Sealed(row.getBytes(7), row.getBytes(8));
    }

    static Row read(ResultSet row) throws SQLException {
        return new Row(row);
    }

    /** No state of ours is ever written otherwise: the row is broken. */
    private static State state(String name) throws SQLException {
        try {
            return State.valueOf(name);
        } catch (IllegalArgumentException | NullPointerException unknown) {
            throw new SQLException("A row of the store is in no known state.", "XX001");
        }
    }

    String id() {
        return id;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    State state() {
        return state;
    }

    /** Who is sending it; null where nobody is. */
    @Nullable
    String owner() {
        return owner;
    }

    long version() {
        return version;
    }

    Submission open(Seal seal) throws UnreadableRecordException {
        return SubmissionCodec.submission(
                id, form, acceptedAt, sealed.openLead(id, seal), sealed.openProgress(id, seal));
    }

    /** Empty where it cannot be read, which is told of; it stays where it is. */
    Optional<Submission> openOrTell(Seal seal) {
        try {
            return Optional.of(open(seal));
        } catch (UnreadableRecordException unreadable) {
            LOG.log(
                    Level.ERROR,
                    "Submission " + id + " in the store cannot be read and stays there as it is. "
                            + unreadable.getMessage());
            return Optional.empty();
        }
    }
}
