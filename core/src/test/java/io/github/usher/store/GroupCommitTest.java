package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.submission.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some come while the first is at it, and wait. */
class GroupCommitTest {
    private static final int OTHERS = 8;
    private static final String BROKEN = "The disk is broken.";

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch isAtIt = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger syncs = new AtomicInteger();
    private final AtomicBoolean syncFails = new AtomicBoolean();
    private final AtomicBoolean commitFails = new AtomicBoolean();
    private EmbeddedDatabase database;
    private GroupCommit group;

    @BeforeEach
    void open() throws Exception {
        database = openDatabase();
        Transaction.run(
                database, connection -> Sql.update(connection, "create table if not exists lead (id int primary key)"));
        database.upgraded();
        group = new GroupCommit(watched(database), Objects.requireNonNull(database.changing()));
    }

    private EmbeddedDatabase openDatabase() throws Exception {
        return new EmbeddedDatabase(Objects.requireNonNull(LockedFolder.lock(folder)), TestStores.GIGABYTE);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    /** The database itself, which is seen at, and fails where a test wants it to. */
    private Database watched(Database itself) {
        return Lent.of(Database.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "connect" -> {
                transactions.incrementAndGet();
                yield watched(itself.connect());
            }
            case "sync" -> {
                syncs.incrementAndGet();
                if (syncFails.get()) {
                    throw new SQLException(BROKEN);
                }
                yield Lent.call(itself, method, arguments);
            }
            default -> Lent.call(itself, method, arguments);
        });
    }

    private Connection watched(Connection itself) {
        return Lent.of(RecordingConnection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit") && commitFails.get()) {
                throw new SQLException(BROKEN);
            }
            return Lent.call(itself, method, arguments);
        });
    }

    @Test
    void those_who_come_while_one_is_at_it_share_a_transaction_and_a_sync() throws Exception {
        allInsert();

        assertThat(kept()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(transactions).hasValue(2);
        assertThat(syncs).hasValue(2);
    }

    @Test
    void what_one_of_them_changed_is_seen_by_those_behind_it() throws Exception {
        var all = theFirst();
        all.add(waits(insert(1)));
        var seen = waits(() -> group.write(GroupCommitTest::ids));
        all.add(seen);
        goOn(all);

        assertThat(seen.get()).isEqualTo(List.of(0, 1));
    }

    @Test
    void one_that_fails_is_heard_of_by_its_own_thread_alone_and_leaves_nothing() throws Exception {
        var all = theFirst();
        all.add(waits(insert(1)));
        var failing = waits(() -> group.write(connection -> {
            insert(connection, 2);
            throw new IllegalStateException("This one fails.");
        }));
        all.add(waits(insert(3)));
        goOn(all);

        assertThatThrownBy(failing::get).hasRootCauseMessage("This one fails.");
        assertThat(kept()).containsExactly(0, 1, 3);
    }

    @Test
    void all_are_there_after_a_crash_once_they_were_told_so() throws Exception {
        allInsert();

        database.crash();
        database = openDatabase();
        database.upgraded();

        assertThat(kept()).hasSize(1 + OTHERS);
    }

    @Test
    void a_disk_that_does_not_take_it_fails_for_all_of_them() throws Exception {
        var all = theFirst();
        all.add(waits(insert(1)));
        all.add(waits(insert(2)));
        syncFails.set(true);
        go.countDown();

        for (var each : all) {
            assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS)).hasRootCauseMessage(BROKEN);
        }
    }

    @Test
    void a_commit_that_failed_is_told_to_all_and_is_not_tried_again() throws Exception {
        var all = theFirst();
        var times = new AtomicInteger();
        commitFails.set(true);
        for (int i = 1; i <= 2; i++) {
            int id = i;
            all.add(waits(() -> group.write(connection -> {
                times.incrementAndGet();
                return insert(connection, id);
            })));
        }
        go.countDown();

        for (var each : all) {
            assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS)).hasRootCauseMessage(BROKEN);
        }
        assertThat(times).hasValue(2);
        commitFails.set(false);
        assertThat(kept()).isEmpty();
    }

    @Test
    void who_is_told_to_stop_while_he_waits_is_kept_and_hears_of_it_afterwards() throws Exception {
        var all = theFirst();
        var waiting = new AtomicReference<@Nullable Thread>();
        var told = waits(() -> {
            waiting.set(Thread.currentThread());
            insert(1).call();
            return Thread.interrupted();
        });
        Objects.requireNonNull(waiting.get()).interrupt();
        goOn(all);

        assertThat(told.get(10, TimeUnit.SECONDS)).isEqualTo(true);
        assertThat(kept()).containsExactly(0, 1);
    }

    @Test
    void what_no_thread_waits_for_is_made_with_the_others_and_keeps_no_thread() throws Exception {
        var all = theFirst();
        var soon = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 1; i <= OTHERS; i++) {
            soon.add(insertSoon(i));
        }
        assertThat(soon).as("nobody is at them yet").noneMatch(CompletableFuture::isDone);
        goOn(all);

        for (var each : soon) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(kept()).hasSize(1 + OTHERS);
        assertThat(transactions).hasValue(2);
        assertThat(syncs).hasValue(2);
    }

    @Test
    void a_thread_whose_change_comes_behind_a_whole_group_of_others_waits_for_its_own() throws Exception {
        var all = theFirst();
        for (int i = 1; i <= 100; i++) {
            insertSoon(i);
        }
        var last = waits(insert(101));
        goOn(all);

        assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(kept()).hasSize(102);
    }

    @Test
    void one_that_fails_does_so_alone_where_no_thread_waits_for_it_either() throws Exception {
        var all = theFirst();
        var sound = insertSoon(1);
        var failing = group.<Integer>writeSoon(
                connection -> {
                    insert(connection, 2);
                    throw new IllegalStateException("This one fails.");
                },
                GroupCommitTest::inWords);
        goOn(all);

        assertThat(sound.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("This one fails.");
        assertThat(kept()).containsExactly(0, 1);
    }

    @Test
    void a_disk_that_does_not_take_it_fails_where_no_thread_waits_too() throws Exception {
        var all = theFirst();
        var soon = insertSoon(1);
        syncFails.set(true);
        go.countDown();

        assertThatThrownBy(() -> soon.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(StoreException.class)
                .hasMessage(BROKEN);
        assertThatThrownBy(() -> all.get(0).get(10, TimeUnit.SECONDS)).hasRootCauseMessage(BROKEN);
    }

    @Test
    void what_follows_a_change_may_wait_for_another_one() throws Exception {
        var all = theFirst();
        var followed = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 1; i <= 2 * OTHERS; i++) {
            int id = 100 * i;
            followed.add(insertSoon(i).thenApply(done -> insertNow(id)));
        }
        goOn(all);

        for (var each : followed) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(kept()).hasSize(1 + 4 * OTHERS);
    }

    @Test
    void where_a_thousand_wait_without_a_thread_a_further_one_is_refused_and_the_others_are_made() throws Exception {
        var all = theFirst();
        for (int i = 1; i <= 1_000; i++) {
            insertSoon(i);
        }

        assertThatThrownBy(() -> insertSoon(1_001))
                .isInstanceOf(StoreException.class)
                .hasMessage("too many wait for it");
        goOn(all);
        insert(1_001).call();
        assertThat(kept()).hasSize(1_002);
    }

    private CompletableFuture<Integer> insertSoon(int id) throws StoreException {
        return group.writeSoon(connection -> insert(connection, id), GroupCommitTest::inWords);
    }

    private int insertNow(int id) {
        try {
            return insert(id).call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static <T> T inWords(Transaction.Call<T> outcome) throws StoreException {
        try {
            return outcome.get();
        } catch (SQLException | UnreadableRecordException failed) {
            throw new StoreException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private void allInsert() throws Exception {
        var all = theFirst();
        for (int i = 1; i <= OTHERS; i++) {
            all.add(waits(insert(i)));
        }
        goOn(all);
    }

    /** It holds up all others until {@link #go}. */
    private List<Future<?>> theFirst() throws InterruptedException {
        var all = new ArrayList<Future<?>>();
        all.add(threads.submit(() -> group.write(connection -> {
            isAtIt.countDown();
            waitFor(go);
            return insert(connection, 0);
        })));
        isAtIt.await();
        return all;
    }

    private Future<?> waits(Callable<?> step) {
        int before = group.waiting();
        var future = threads.submit(step);
        while (group.waiting() == before) {
            Thread.onSpinWait();
        }
        return future;
    }

    private void goOn(List<Future<?>> all) throws Exception {
        go.countDown();
        for (var each : all) {
            each.get(10, TimeUnit.SECONDS);
        }
    }

    private static void waitFor(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    private Callable<Integer> insert(int id) {
        return () -> group.write(connection -> insert(connection, id));
    }

    private static int insert(Connection connection, int id) throws SQLException {
        return Sql.update(connection, "insert into lead (id) values (?)", id);
    }

    private List<Integer> kept() throws Exception {
        return Transaction.run(database, GroupCommitTest::ids);
    }

    private static List<Integer> ids(Connection connection) throws SQLException {
        return Sql.query(connection, row -> row.getInt(1), "select id from lead order by id");
    }
}
