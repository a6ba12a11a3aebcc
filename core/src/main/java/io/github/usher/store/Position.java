package io.github.usher.store;

import io.github.usher.submission.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/** Where a submission stands in the order of all. */
record Position(String id, long acceptedAt) implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::acceptedAt).thenComparing(Position::id);

    static Position of(Submission submission) {
        return new Position(submission.id(), Times.nanos(submission.acceptedAt()));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    static Position read(ResultSet row) throws SQLException {
        return new Position(row.getString(1), row.getLong(2));
    }
}
