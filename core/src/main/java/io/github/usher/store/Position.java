package io.github.usher.store;

import io.github.usher.submission.Submission;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a submission stands in the order of all. */
record Position(String id, long acceptedAt) {
    static Position of(Submission submission) {
        return new Position(submission.id(), Times.nanos(submission.acceptedAt()));
    }

    static Position read(ResultSet row) throws SQLException {
        return new Position(row.getString(1), row.getLong(2));
    }
}
