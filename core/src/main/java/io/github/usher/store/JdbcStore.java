package io.github.usher.store;

import io.github.usher.store.Transaction.Work;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.Saved;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The submissions of one application in a database. Thread-safe. */
final class JdbcStore implements SubmissionStore {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final Database database;
    private final Transactions transactions;
    private final String application;
    private final Seal seal;
    private final InstantSource clock;
    private final Nodes nodes;
    private final Settings settings;
    private final Orphans orphans;

    /** @param database with the newest schema; closed with this store */
    JdbcStore(Database database, String application, Seal seal, InstantSource clock, Nodes nodes) {
        this.database = database;
        this.transactions = new Transactions(database);
        this.application = application;
        this.seal = seal;
        this.clock = clock;
        this.nodes = nodes;
        this.settings = new Settings(transactions, application);
        this.orphans = new Orphans(transactions, application, seal, clock);
    }

    @Override
    public Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash) throws StoreException {
        return transactions.write(saving(submission, repeats, tokenHash));
    }

    @Override
    public CompletableFuture<Saved> saveSoon(Submission submission, Repeats repeats, @Nullable String tokenHash)
            throws StoreException {
        return transactions.writeSoon(saving(submission, repeats, tokenHash));
    }

    private Work<Saved> saving(Submission submission, Repeats repeats, @Nullable String tokenHash)
            throws StoreException {
        Undisturbed.run(database::checkWritable);
        var sealed = Sealed.of(submission, seal);
        return connection -> {
            var there = rows(connection).byId(submission.id());
            if (there != null) {
                return new Saved.Repeated(there.open(seal));
            }
            var seen = keys(connection).look(repeats);
            var repeated = new Earlier(rows(connection), seal, clock.instant()).repeatedBy(submission, repeats, seen);
            if (repeated != null) {
                keys(connection).addToken(repeated.submission().id(), tokenHash);
                return repeated;
            }
            rows(connection).insert(submission, sealed, owner(submission, null, null));
            keys(connection).add(submission, repeats, seen, tokenHash);
            return new Saved.Fresh(submission);
        };
    }

    @Override
    public Optional<Submission> byId(String id) throws StoreException {
        return transactions.read(connection -> open(rows(connection).byId(id)));
    }

    @Override
    public Optional<Submission> byTokenHash(String tokenHash) throws StoreException {
        return transactions.read(connection -> {
            var id = keys(connection).find(Keys.TOKEN, tokenHash);
            return id == null ? Optional.empty() : open(rows(connection).byId(id));
        });
    }

    private Optional<Submission> open(@Nullable Row row) throws UnreadableRecordException {
        return row == null ? Optional.empty() : Optional.of(row.open(seal));
    }

    @Override
    public Optional<Submission> change(String id, UnaryOperator<Submission> change) throws StoreException {
        return transactions.write(changing(id, change));
    }

    @Override
    public CompletableFuture<Optional<Submission>> changeSoon(String id, UnaryOperator<Submission> change)
            throws StoreException {
        return transactions.writeSoon(changing(id, change));
    }

    private Work<Optional<Submission>> changing(String id, UnaryOperator<Submission> change) {
        return connection -> {
            var row = rows(connection).byId(id);
            if (row == null) {
                return Optional.empty();
            }
            var before = row.open(seal);
            var after = change.apply(before);
            if (after.equals(before)) {
                return Optional.of(before);
            }
            write(connection, row, before, after);
            return Optional.of(after);
        };
    }

    private void write(Connection connection, Row row, Submission before, Submission after) throws SQLException {
        if (!rows(connection).replace(after, owner(after, row.state(), row.owner()), row.version())) {
            throw new RacedException();
        }
        if (!after.with(before.progress()).equals(before)) {
            rows(connection).replaceLead(after);
            keys(connection).deleteEmails(after.id());
            keys(connection).addEmails(after);
        }
    }

    /** Who makes it being sent owns it, until it no longer is. */
    private @Nullable String owner(Submission after, @Nullable State before, @Nullable String owner) {
        if (after.state() != State.SENDING) {
            return null;
        }
        return before == State.SENDING ? owner : nodes.self();
    }

    @Override
    public List<Submission> page(Selection selection, @Nullable Submission after, int most) throws StoreException {
        var page = new ArrayList<Submission>();
        var last = after == null ? null : Position.of(after);
        while (page.size() < most) {
            int wanted = Math.min(PAGE, most - page.size());
            var from = last;
            var positions = transactions.read(connection -> rows(connection).positions(selection, from, wanted));
            page.addAll(at(positions));
            if (positions.size() < wanted) {
                return page;
            }
            last = positions.get(positions.size() - 1);
        }
        return page;
    }

    /** What is at those positions and can be read; what cannot is told of and stays where it is. */
    private List<Submission> at(List<Position> positions) throws StoreException {
        var ids = positions.stream().map(Position::id).toList();
        var rows = new HashMap<String, Row>();
        transactions.read(connection -> rows(connection).byIds(ids)).forEach(row -> rows.put(row.id(), row));
        var found = new ArrayList<Submission>();
        for (var id : ids) {
            var row = rows.get(id);
            if (row != null) {
                row.openOrTell(seal).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public int count(Selection selection) throws StoreException {
        return transactions.read(connection -> rows(connection).count(selection));
    }

    @Override
    public int erase(String email) throws StoreException {
        return delete(Selection.all().ofEmail(email));
    }

    @Override
    public int forget(State state, Instant before) throws StoreException {
        return delete(Selection.in(state).acceptedBefore(before));
    }

    private int delete(Selection selection) throws StoreException {
        int deleted = 0;
        while (!transactions
                .read(connection -> rows(connection).positions(selection, null, 1))
                .isEmpty()) {
            int most = Undisturbed.call(database::forgettable);
            deleted += transactions.write(connection -> {
                var positions = rows(connection).positions(selection, null, most);
                for (var position : positions) {
                    keys(connection).delete(position.id());
                    rows(connection).delete(position.id());
                }
                return positions.size();
            });
        }
        return deleted;
    }

    @Override
    public Counts counts() throws StoreException {
        var undelivered = Selection.in(State.WAITING, State.SENDING);
        return transactions.read(connection -> {
            var rows = rows(connection);
            var oldest = rows.positions(undelivered, null, 1);
            return new Counts(
                    rows.count(undelivered),
                    rows.count(Selection.in(State.NEEDS_YOU)),
                    oldest.isEmpty() ? null : Times.time(oldest.get(0).acceptedAt()));
        });
    }

    @Override
    public int takeUp() throws StoreException {
        Undisturbed.run(database::tidy);
        int freed = 0;
        for (var dead : nodes.dead()) {
            freed += orphans.free(dead);
            nodes.bury(dead);
        }
        return freed;
    }

    @Override
    public String node() {
        return nodes.self();
    }

    @Override
    public Optional<String> setting(String name) throws StoreException {
        return settings.get(name);
    }

    @Override
    public String settingOrPut(String name, String value) throws StoreException {
        return settings.getOrPut(name, value);
    }

    @Override
    public void putSetting(String name, @Nullable String value) throws StoreException {
        settings.put(name, value);
    }

    @Override
    public Room room() {
        return database.room();
    }

    @Override
    public String where() {
        return database.where();
    }

    /** What this node was sending is free at once, so that nobody waits until it counts as dead. */
    @Override
    public void close() {
        try {
            if (loss() == null || loss() == Loss.GONE) {
                orphans.free(nodes.self());
                nodes.bury(nodes.self());
            }
        } catch (StoreException failed) {
            LOG.log(
                    Level.WARNING,
                    "The store could not be told that this node ends; others find out within a minute. "
                            + failed.getMessage());
        } finally {
            database.close();
        }
    }

    /** What a file that is gone still holds, after this store was closed. */
    @Nullable
    Remains remains() {
        return database.remains();
    }

    /** This node is known to the others before it sends anything. */
    void beginsToBeat() throws StoreException {
        nodes.dead();
    }

    /** Ends as a process that is killed: nothing is freed, and no file is closed well. */
    void crash() {
        database.crash();
    }

    /** Why its database has to be opened anew; null where it need not. */
    @Nullable
    Loss loss() {
        return database.loss();
    }

    Transactions transactions() {
        return transactions;
    }

    Settings settings() {
        return settings;
    }

    Seal seal() {
        return seal;
    }

    Rows rows(Connection connection) {
        return new Rows(connection, application, seal);
    }

    Keys keys(Connection connection) {
        return new Keys(connection, application, seal);
    }
}
