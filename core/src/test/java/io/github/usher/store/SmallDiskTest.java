package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.usher.LogLines;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store on a disk of a few megabytes, which what its commits replace would fill within seconds. */
class SmallDiskTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int LEADS = 200;
    private static final int MOST = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void holds_some_however_many_have_come_and_gone(int megabytes) throws Exception {
        try (var disk = SmallDisk.ofMegabytes(megabytes);
                var log = LogLines.listen();
                var store = open(disk.folder())) {
            for (int i = 0; i < LEADS; i++) {
                var id = "S" + i;
                SiteStoreTest.await(() -> {
                    TestStores.save(store, id, NOON);
                    return true;
                });
                store.update(id, progress -> progress.sending(NOON));
                store.update(id, progress -> progress.with(State.DISQUALIFIED, "No rule matches.", NOON));
                assertThat(store.forget(State.DISQUALIFIED, NOON.plusSeconds(1)))
                        .isEqualTo(1);
            }
            assertThat(log.said()).as("what went wrong").isEmpty();
        }
    }

    @Test
    void refuses_what_is_new_before_it_is_full_and_notes_the_outcomes_of_what_it_has() throws Exception {
        try (var disk = SmallDisk.ofMegabytes(2);
                var log = LogLines.listen();
                var store = open(disk.folder())) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < MOST; i++) {
                            TestStores.save(store, "S" + i, NOON);
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("The disk is full that ")
                    .hasMessageEndingWith(
                            "less than 1024 KB are left, which are for what is kept already. Make room there.");

            store.update("S0", progress -> progress.with(State.DISQUALIFIED, "No rule matches.", NOON));

            assertThat(store.byId("S0"))
                    .hasValueSatisfying(first -> assertThat(first.state()).isEqualTo(State.DISQUALIFIED));
            assertThat(log.said()).as("what went wrong").isEmpty();
        }
    }

    @Test
    void gets_its_room_back_when_what_it_held_is_forgotten() throws Exception {
        try (var disk = SmallDisk.ofMegabytes(2);
                var store = open(disk.folder())) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < MOST; i++) {
                            TestStores.save(store, "S" + i, NOON);
                        }
                    })
                    .isInstanceOf(StoreException.class);
            long full = store.room().used();

            // To forget writes before it frees anything, so that a part of it may have to wait.
            SiteStoreTest.await(() -> store.forget(State.WAITING, NOON.plusSeconds(1)) == 0);
            SiteStoreTest.await(() -> {
                store.takeUp();
                return store.room().used() < full / 2;
            });
        }
    }

    @Test
    void that_others_fill_to_the_brim_is_told_in_a_sentence_and_tried_again_until_there_is_room() throws Exception {
        try (var disk = SmallDisk.ofMegabytes(4);
                var log = LogLines.listen();
                var store = open(disk.folder())) {
            TestStores.save(store, "A", NOON);
            var filler = disk.fill();
            SiteStoreTest.await(() -> failsToNote(store, "A"));
            SiteStoreTest.await(() -> isWritten(log, "The store's file could not be written"));
            assertThatThrownBy(() -> TestStores.save(store, "B", NOON)).isInstanceOf(StoreException.class);

            Files.delete(filler);

            SiteStoreTest.await(() -> {
                TestStores.save(store, "C", NOON);
                return true;
            });
            assertThat(store.byId("A")).isPresent();
            assertThat(log.traced()).isEmpty();
        }
    }

    private static boolean failsToNote(SiteStore store, String id) {
        try {
            store.update(id, progress -> progress.with(State.WAITING, "It waits since " + System.nanoTime(), NOON));
            return false;
        } catch (StoreException full) {
            return true;
        }
    }

    private static boolean isWritten(LogLines log, String sentence) {
        return log.said().stream().anyMatch(line -> line.startsWith(sentence));
    }

    private static SiteStore open(Path tomcat) {
        var store = new SiteStore(TestStores.site(tomcat), Clock.systemUTC(), Duration.ofMillis(20));
        store.use(TestStores.config(null));
        return store;
    }
}
