package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private WatchedFile watched;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("usher.yaml"), "mode: observe");
        watched = new WatchedFile(file);
    }

    @Test
    void an_edit_is_seen_once() throws IOException {
        Files.writeString(file, "mode: send");

        assertThat(watched.hasChanged()).isTrue();
        assertThat(watched.hasChanged()).isFalse();
    }

    @Test
    void a_file_that_is_away_at_one_look_is_being_replaced() throws IOException {
        Files.delete(file);
        assertThat(watched.hasChanged()).isFalse();
        assertThat(watched.hasGone()).isFalse();

        Files.writeString(file, "mode: send");
        assertThat(watched.hasChanged()).isTrue();
        assertThat(watched.hasGone()).isFalse();
    }

    @Test
    void a_file_that_stays_away_has_gone_which_is_told_once_each_time() throws IOException {
        for (int time = 0; time < 2; time++) {
            Files.delete(file);
            watched.hasChanged();
            watched.hasChanged();
            assertThat(watched.hasGone()).isTrue();
            watched.hasChanged();
            assertThat(watched.hasGone()).isFalse();

            Files.writeString(file, "mode: observe");
            assertThat(watched.hasChanged()).isFalse();
        }
    }
}
