package io.github.usher.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code config/wrong} is wrong in the way that its name says. Its last lines are all that must be said of
 * it, word by word: after {@code #!} a mistake, after {@code #?} a warning.
 */
class WrongFilesTest {
    @TempDir
    Path folder;

    static List<Path> files() throws IOException, URISyntaxException {
        var resource = Objects.requireNonNull(WrongFilesTest.class.getResource("/config/wrong"));
        try (Stream<Path> files = Files.list(Path.of(resource.toURI()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_wrong_file_gets_exactly_these_words(Path wrong) throws IOException {
        var lines = Files.readAllLines(wrong);
        var config = Files.writeString(
                folder.resolve("usher.yaml"),
                String.join("\n", lines.stream().filter(line -> !isWord(line)).toList()) + "\n");

        var result = new ConfigReader(name -> null).read(config);

        assertThat(result.mistakes().stream().map(Problem::toString)).containsExactlyElementsOf(words(lines, "#! "));
        assertThat(result.warnings().stream().map(Problem::toString)).containsExactlyElementsOf(words(lines, "#? "));
        assertThat(result.config() == null).isEqualTo(!result.mistakes().isEmpty());
    }

    @Test
    void the_table_is_long() throws Exception {
        assertThat(files()).hasSizeGreaterThan(100);
    }

    private static boolean isWord(String line) {
        return line.startsWith("#! ") || line.startsWith("#? ");
    }

    private static List<String> words(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }
}
