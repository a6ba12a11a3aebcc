package io.github.usher.store;

import io.github.usher.submission.Repeats;
import io.github.usher.submission.Saved;
import io.github.usher.submission.Submission;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds what a new submission repeats, within one transaction. */
final class Earlier {
    private final Rows rows;
    private final Seal seal;
    private final Instant now;

    Earlier(Rows rows, Seal seal, Instant now) {
        this.rows = rows;
        this.seal = seal;
        this.now = now;
    }

    /** Null where it is the first of its kind. */
    @Nullable
    Saved repeatedBy(Submission submission, Repeats repeats, Keys.Seen seen)
            throws SQLException, UnreadableRecordException {
        var same = find(
                submission, seen.id(Keys.SAME_VALUES, repeats.sameValues()), now.minus(Repeats.SAME_VALUES_WITHIN));
        if (same != null) {
            return new Saved.Repeated(same);
        }
        var person = repeats.samePerson();
        var first = person == null
                ? null
                : find(submission, seen.id(Keys.SAME_PERSON, person), now.minus(repeats.samePersonWithin()));
        return first == null
                ? null
                : new Saved.SamePerson(
                        first,
                        !first.request().form().equals(submission.request().form()));
    }

    private @Nullable Submission find(Submission submission, @Nullable String id, Instant oldest)
            throws SQLException, UnreadableRecordException {
        var found = id == null ? null : rows.byId(id);
        if (found == null || found.acceptedAt().isBefore(oldest)) {
            return null;
        }
        return submission.state().isUndelivered() && !found.state().isMeantToBeSent() ? null : found.open(seal);
    }
}
