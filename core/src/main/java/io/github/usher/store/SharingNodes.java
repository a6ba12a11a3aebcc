package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Several nodes at one database. Each counts its beats up in a table. One whose count has not moved for half a minute, by
 * the watch of whoever looks, is dead: no two clocks are ever compared, and none is asked for the time of day.
 *
 * <p>A node that was thought dead and is not enters itself again with its next beat.
 */
final class SharingNodes implements Nodes {
    static final Duration BEAT = Duration.ofSeconds(5);
    static final Duration DEAD_AFTER = Duration.ofSeconds(30);
    private static final long NEVER_BEAT = -1;

    private final Transactions transactions;
    private final String application;
    private final String self;
    private final LongSupplier ticker;
    private final Map<String, Seen> seen = new HashMap<>();
    private long nextBeat;

    /** @param ticker nanoseconds, such as {@code System::nanoTime} */
    SharingNodes(Transactions transactions, String application, String self, LongSupplier ticker) {
        this.transactions = transactions;
        this.application = application;
        this.self = self;
        this.ticker = ticker;
        this.nextBeat = ticker.getAsLong();
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public synchronized List<String> dead() throws StoreException {
        if (ticker.getAsLong() - nextBeat < 0) {
            return List.of();
        }
        var beats = transactions.write(connection -> {
            beat(connection);
            return others(connection);
        });
        long now = ticker.getAsLong();
        nextBeat = now + BEAT.toNanos();
        seen.keySet().retainAll(beats.keySet());
        var dead = new ArrayList<String>();
        beats.forEach((node, count) -> {
            var before = seen.get(node);
            if (before == null || before.beats() != count) {
                seen.put(node, new Seen(count, now));
            } else if (now - before.since() >= DEAD_AFTER.toNanos()) {
                dead.add(node);
            }
        });
        return dead;
    }

    private void beat(Connection connection) throws SQLException {
        int updated = Sql.update(
                connection,
                "update usher_node set beats = beats + 1 where application = ? and node = ?",
                application,
                self);
        if (updated == 0) {
            Sql.update(
                    connection,
                    "insert into usher_node (application, node, beats) values (?, ?, 0)",
                    application,
                    self);
        }
    }

    /** All who are entered, and all who are sending something although they are not. */
    private Map<String, Long> others(Connection connection) throws SQLException {
        var beats = new HashMap<String, Long>();
        for (var owner : new Rows(connection, application, Seal.none()).owners()) {
            beats.put(owner, NEVER_BEAT);
        }
        Sql.query(
                        connection,
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        "select node, beats from usher_node where application = ?",
                        application)
                .forEach(entry -> beats.put(entry.getKey(), entry.getValue()));
        beats.remove(self);
        return beats;
    }

    @Override
    public synchronized void bury(String node) throws StoreException {
        transactions.write(connection ->
                Sql.update(connection, "delete from usher_node where application = ? and node = ?", application, node));
        seen.remove(node);
    }

    private record Seen(long beats, long since) {}
}
