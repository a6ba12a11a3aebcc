package io.github.usher.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the file, reading it ends with a result. */
class AnyBytesTest {
    @Property(tries = 500)
    void any_bytes_are_read_or_told(@ForAll byte[] bytes) throws IOException {
        assertThat(isToldOrRead(bytes)).isTrue();
    }

    @Property(tries = 1000)
    void a_right_file_with_a_few_characters_changed_is_read_or_told(@ForAll("changed") String text) throws IOException {
        assertThat(isToldOrRead(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Provide
    Arbitrary<String> changed() throws IOException {
        var right = everything();
        var marks = Arbitraries.strings()
                .withChars("*&!|>%@`\"'{}[]:,#-? \t\n<$ax0.\\/")
                .ofMinLength(0)
                .ofMaxLength(4);
        var places = Arbitraries.integers().between(0, right.length() - 6);
        return net.jqwik.api.Combinators.combine(places, places, marks, marks).as((a, b, first, second) -> {
            var text = new StringBuilder(right);
            text.replace(Math.max(a, b), Math.max(a, b) + 5, first);
            text.replace(Math.min(a, b), Math.min(a, b) + 1, second);
            return text.toString();
        });
    }

    private static String everything() throws IOException {
        try (var in = Objects.requireNonNull(AnyBytesTest.class.getResourceAsStream("/config/right/everything.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isToldOrRead(byte[] bytes) throws IOException {
        var file = Files.createTempFile("usher", ".yaml");
        try {
            Files.write(file, bytes);
            var result = new ConfigReader(name -> null).read(file);
            return (result.config() == null) != result.mistakes().isEmpty();
        } finally {
            Files.delete(file);
        }
    }
}
