package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.LogLines;
import io.github.usher.submission.Selection;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was cut off or scribbled over: the site starts, what can be read is there, the file is never deleted. */
class BrokenFileTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int LEADS = 60;

    @TempDir
    private Path tomcat;

    @Test
    void cut_off_by_one_to_seven_hundred_bytes_it_loses_at_most_the_last_commit() throws Exception {
        var whole = fill();
        for (int cut : List.of(1, 2, 17, 100, 255, 511, 512, 513, 700)) {
            begin(whole);
            truncate(cut);
            assertThat(after("cut off by " + cut).size())
                    .as("cut off by " + cut)
                    .isGreaterThanOrEqualTo(LEADS - 1);
        }
    }

    @Test
    void cut_in_half_it_is_set_aside_and_a_new_one_begins() throws Exception {
        var whole = fill();
        begin(whole);
        truncate((int) Files.size(whole) / 2);
        after("cut in half");
    }

    @Test
    void with_flipped_bytes_anywhere_it_starts_and_most_is_there() throws Exception {
        var whole = fill();
        var random = new Random(20261123);
        int kept = 0;
        int rounds = 25;
        for (int round = 0; round < rounds; round++) {
            begin(whole);
            scribble(random);
            kept += after("flipped, round " + round).size();
        }
        assertThat(kept).isGreaterThan(rounds * LEADS / 2);
    }

    @Test
    void that_is_no_store_at_all_it_is_set_aside() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(file(), "These are the minutes of our last meeting.\n".repeat(500));

        assertThat(after("a text")).isEmpty();
        assertThat(setAside()).hasSize(1);
        assertThat(Files.readString(setAside().get(0))).startsWith("These are the minutes");
    }

    @Test
    void what_the_new_store_does_not_take_stays_to_be_read_again() throws Exception {
        var whole = fill();
        var opener = TestStores.opener(tomcat.resolve("store"), null);
        try (var store = opener.open()) {
            var folder = Path.of(store.where());
            Files.move(whole, BrokenFiles.unread(folder, NOON));
            store.transactions()
                    .write(connection -> Sql.update(
                            connection, "alter table usher_submission alter column lead set data type varbinary(10)"));

            assertThatThrownBy(() -> opener.gather(store)).isInstanceOf(StoreException.class);

            assertThat(BrokenFiles.unread(folder)).hasSize(1);
        }
    }

    @Test
    void that_cannot_even_be_looked_through_is_told_in_a_sentence_and_the_store_works() throws Exception {
        var whole = fill();
        Files.createDirectories(folder());
        Files.move(whole, BrokenFiles.unread(folder(), NOON));
        Files.writeString(folder().resolve("salvage"), "a file in the way");

        try (var log = LogLines.listen();
                var store = new SiteStore(TestStores.site(tomcat), Clock.systemUTC(), Duration.ofMillis(20))) {
            store.use(TestStores.config(null));
            SiteStoreTest.await(() -> !log.errors().isEmpty());

            assertThat(log.errors())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith(
                                    "What lies beside the store could not be taken over, and is tried again by itself. The"
                                            + " broken file ")
                            .endsWith(" could not be looked through."));
            assertThat(log.traced()).isEmpty();
            TestStores.save(store, "MORE", NOON);
            assertThat(BrokenFiles.unread(folder())).hasSize(1);
        }
    }

    /** Starts, reads all, saves one more, and reads that after one more start. */
    private List<String> after(String what) throws Exception {
        try (var store = new SiteStore(TestStores.site(tomcat), Clock.systemUTC(), Duration.ofMillis(20))) {
            store.use(TestStores.config(null));
            SiteStoreTest.await(() -> {
                TestStores.save(store, "MORE", NOON.plusSeconds(1_000));
                return true;
            });
            SiteStoreTest.await(
                    () -> readsAll(store) && BrokenFiles.unread(folder()).isEmpty());
        }
        try (var store = new SiteStore(TestStores.site(tomcat), Clock.systemUTC(), Duration.ofMillis(20))) {
            store.use(TestStores.config(null));
            assertThat(store.byId("MORE")).as(what).isPresent();
            return ids(store).stream().filter(id -> !id.equals("MORE")).toList();
        }
    }

    private static boolean readsAll(SiteStore store) throws StoreException {
        ids(store);
        store.due(Instant.MAX, 999);
        return true;
    }

    private static List<String> ids(SiteStore store) throws StoreException {
        return store.page(Selection.all(), null, 999).stream()
                .map(Submission::id)
                .toList();
    }

    private Path fill() throws Exception {
        try (var store = TestStores.embedded(folder(), Clock.systemUTC())) {
            for (int i = 0; i < LEADS; i++) {
                TestStores.save(store, "S" + i, NOON.plusSeconds(i));
            }
        }
        var whole = tomcat.resolve("whole.mv.db");
        Journal.move(file(), whole);
        return Files.move(file(), whole);
    }

    private void begin(Path whole) throws Exception {
        SiteStoreTest.delete(tomcat.resolve("usher"));
        Files.createDirectories(folder());
        Files.copy(whole, file());
        Journal.copy(whole, file());
    }

    private void truncate(int bytes) throws IOException {
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            file.setLength(file.length() - bytes);
        }
    }

    private void scribble(Random random) throws IOException {
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            for (int i = 0; i < 3; i++) {
                long at = (long) (random.nextDouble() * file.length());
                file.seek(at);
                int was = file.read();
                file.seek(at);
                file.write(was ^ (1 + random.nextInt(255)));
            }
        }
    }

    private List<Path> setAside() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().contains("set-aside"))
                    .toList();
        }
    }

    private Path folder() {
        return tomcat.resolve("usher/ROOT");
    }

    private Path file() {
        return EmbeddedDatabase.fileIn(folder());
    }
}
