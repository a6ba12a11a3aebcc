package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in which each commit writes anew what it changes, as saves do: leads, and keys that are in no order. */
class FileRoomTest {
    private static final int LEAD_BYTES = 2_000;
    private static final int KEYS = 8;
    private static final int LEADS = 3_000;
    private static final long WANTED = (long) LEADS * (LEAD_BYTES + KEYS * 20);

    private final Random random = new Random(7);

    @TempDir
    private Path folder;

    private Path file;
    private MVStore store;
    private MVMap<Long, byte[]> leads;
    private MVMap<Long, Long> keys;

    @BeforeEach
    void open() {
        file = folder.resolve("leads.mv.db");
        store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .pageSplitSize(4096)
                .open();
        leads = store.openMap("leads");
        keys = store.openMap("keys");
    }

    @AfterEach
    void close() {
        store.closeImmediately();
    }

    private void save(FileRoom room, long number) {
        if (room.isToBeTidied(room.now()) && room.tidy()) {
            store.commit();
        }
        leads.put(number, new byte[LEAD_BYTES]);
        for (int i = 0; i < KEYS; i++) {
            keys.put(random.nextLong(), number);
        }
        store.commit();
    }

    @Test
    void under_load_the_file_stays_within_some_times_what_is_wanted_of_it() throws Exception {
        var room = new FileRoom(file, store, Long.MAX_VALUE, 0);

        for (long number = 0; number < LEADS; number++) {
            save(room, number);
        }

        assertThat(Files.size(file)).isLessThan(6 * WANTED);
    }

    @Test
    void what_is_free_within_the_file_does_not_count_as_full() throws Exception {
        var room = new FileRoom(file, store, 1L << 20, 0);
        for (long number = 0; number < LEADS; number++) {
            leads.put(number, new byte[LEAD_BYTES]);
            store.commit();
        }
        for (long number = 0; number < LEADS - 1; number++) {
            leads.remove(number);
            store.commit();
        }

        assertThat(Files.size(file)).isGreaterThan(1L << 20);
        assertThatCode(() -> room.check(room.now())).doesNotThrowAnyException();
    }

    @Test
    void a_file_that_has_what_the_config_lets_it_have_and_nothing_old_takes_no_more() {
        var room = new FileRoom(file, store, 4L << 20, 0);
        for (long number = 0; number < LEADS; number++) {
            leads.put(number, new byte[LEAD_BYTES]);
        }
        store.commit();

        assertThatCode(() -> room.check(room.now()))
                .hasMessageContaining("The store is full: " + file)
                .hasMessageContaining("store.max allows 4 MB");
    }
}
