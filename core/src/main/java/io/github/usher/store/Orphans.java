package io.github.usher.store;

import io.github.usher.submission.Progress;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What a process was sending when it ended: it is freed, so that others send it. */
final class Orphans {
    /** A stop with thousands under way takes a moment, and only so many are ever in memory. */
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final String application;
    private final Seal seal;
    private final InstantSource clock;

    Orphans(Transactions transactions, String application, Seal seal, InstantSource clock) {
        this.transactions = transactions;
        this.application = application;
        this.seal = seal;
        this.clock = clock;
    }

    /** Returns how many there were. */
    int free(String owner) throws StoreException {
        var ids = transactions.read(connection -> rows(connection).sentBy(owner));
        int freed = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            freed += transactions.write(connection -> free(connection, some, owner));
        }
        return freed;
    }

    /** Those among them that it owns still. */
    private int free(Connection connection, List<String> ids, String owner) throws SQLException {
        var rows = rows(connection);
        int freed = 0;
        for (var row : rows.byIds(ids)) {
            if (owner.equals(row.owner()) && free(rows, row)) {
                freed++;
            }
        }
        return freed;
    }

    /** What cannot be read is nobody's, and holds up no other. */
    private boolean free(Rows rows, Row row) throws SQLException {
        var sending = row.openOrTell(seal);
        boolean isSame = sending.isPresent()
                ? rows.replace(
                        sending.get().with(freed(sending.get().progress(), clock.instant())), null, row.version())
                : rows.disown(row.id(), row.version());
        if (!isSame) {
            throw new RacedException();
        }
        return sending.isPresent();
    }

    /** What nobody is sending any more is to be sent. */
    static Progress freed(Progress sending, Instant now) {
        return sending.state() == State.SENDING
                ? sending.with(State.WAITING, "The process that was sending it has ended. It is sent again.", now)
                        .withNextTry(now)
                : sending;
    }

    private Rows rows(Connection connection) {
        return new Rows(connection, application, seal);
    }
}
