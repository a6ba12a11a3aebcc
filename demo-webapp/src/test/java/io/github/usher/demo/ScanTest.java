package io.github.usher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.ConfigTests;
import io.github.usher.config.FormConfig;
import io.github.usher.config.UsherConfig;
import io.github.usher.scan.Scanner;
import io.github.usher.template.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scan} makes of this site, beside the config that was written by hand. */
class ScanTest {
    private static final Path BY_HAND = Path.of("src/main/webapp/WEB-INF/usher.yaml");

    @TempDir
    private Path folder;

    @Test
    void scan_finds_all_forms_where_they_post_and_how_they_are_accepted() throws IOException {
        var proposed = proposed();

        assertThat(proposed.forms()).hasSize(10);
        assertThat(proposed.forms())
                .extracting(ScanTest::where)
                .containsExactlyInAnyOrderElementsOf(
                        read(BY_HAND).forms().stream().map(ScanTest::where).toList());
    }

    @Test
    void what_it_proposes_has_no_mistakes_and_its_tests_pass() throws IOException {
        assertThat(ConfigTests.run(proposed())).isEmpty();
    }

    /** The path, and how it is accepted; the words of a page are a person's choice. */
    private static String where(FormConfig form) {
        var way = form.acceptedWhen();
        return form.paths() + " " + (way.getClass().getSimpleName().equals("PageContains") ? "a page" : way);
    }

    private UsherConfig proposed() throws IOException {
        var scan = new Scanner().scan(List.of(Path.of("").toAbsolutePath()));
        return read(Files.writeString(folder.resolve("usher.yaml"), scan.config()));
    }

    private static UsherConfig read(Path file) {
        var result = new ConfigReader(Environment.ofThisProcess()).check(file);
        assertThat(result.mistakes()).isEmpty();
        var config = result.config();
        assertThat(config).isNotNull();
        return config;
    }
}
