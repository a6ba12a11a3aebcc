package io.github.usher.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.usher.mapping.LeadCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The schema that editors use says what the reader says. To write it anew after a change of the config: {@code mvn -pl
 * core test -Dtest=SchemaTest -Dusher.schema.write=true}.
 */
class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path PACKED = Path.of("src/main/resources/io/github/usher/config/usher.schema.json");
    private static final Path DEMO = Path.of("../demo-webapp/src/main/webapp/WEB-INF/usher.yaml");

    /** What has no meaning on the platform in use is not looked at. */
    private static final Set<String> UNREAD = Set.of("CHILIPIPER.token", "FORM.token");

    @TempDir
    Path folder;

    private SchemaWriter writer() {
        return new SchemaWriter(KeyTable.read(), new KeyProbe(folder));
    }

    @Test
    void the_packed_schema_is_what_the_config_takes() throws IOException {
        var made = writer().write();
        if (Boolean.getBoolean("usher.schema.write")) {
            Files.writeString(PACKED, made);
        }

        assertThat(Files.readString(PACKED))
                .as("The keys or types of the config have changed. Write the schema anew: see SchemaTest.")
                .isEqualTo(made);
    }

    @Test
    void every_key_is_described_and_no_other() {
        var keys = new TreeSet<String>();
        for (var level : Level.values()) {
            level.keys().forEach(key -> keys.add(level + "." + key));
        }
        var described = new TreeSet<>(KeyTable.read().rows().keySet());

        assertThat(described).containsAll(keys);
        described.removeAll(keys);
        assertThat(described).isEmpty();
        KeyTable.read()
                .rows()
                .forEach((key, row) ->
                        assertThat(row.says()).as(key).hasSizeGreaterThan(10).endsWith("."));
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void every_example_is_right_for_reader_and_schema(Level level) {
        var probe = new KeyProbe(folder);
        var table = KeyTable.read();
        for (var key : level.keys()) {
            for (var example : Objects.requireNonNull(table.of(level, key)).examples()) {
                assertThat(probe.mistakes(level, key, example))
                        .as(level + "." + key + ": " + example)
                        .isEmpty();
                assertThat(told(KeyProbe.text(level, key, example)))
                        .as(level + "." + key + ": " + example)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void what_the_schema_refuses_the_reader_refuses_too(Level level) {
        var probe = new KeyProbe(folder);
        var odd = List.<Object>of(
                "",
                " ",
                "soon",
                "x y",
                "-1",
                "0",
                "1.5",
                "7",
                "1 GB",
                "5/s",
                "20s",
                "//",
                "/x?y",
                "http://",
                "https://x.example",
                "true",
                "no",
                "${env.X}",
                "${field}",
                true,
                7,
                1.5,
                List.of("a"),
                List.of("/a", "/b"),
                List.of(Map.of("a", "b")),
                Map.of("a", "b"),
                Map.of("value", "a"),
                List.of());
        for (var key : level.keys()) {
            for (var value : odd) {
                if (!UNREAD.contains(level + "." + key)
                        && !told(KeyProbe.text(level, key, value)).isEmpty()) {
                    assertThat(probe.mistakes(level, key, value))
                            .as("The schema refuses " + level + "." + key + ": " + value)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void the_demo_is_right() throws IOException {
        assertThat(told(Files.readString(DEMO))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_file_that_is_only_warned_of_is_right(Path file) throws IOException {
        var text = Files.readString(file);
        if (!text.contains("\n#! ") && isYaml(text)) {
            assertThat(told(text)).isEmpty();
        }
    }

    /** What an editor shows red while one types, of the files that YAML can read. */
    @Test
    void most_wrong_files_are_wrong_for_the_schema_too() throws Exception {
        int wrong = 0;
        var unseen = new ArrayList<String>();
        for (var file : wrong()) {
            var text = Files.readString(file);
            if (text.contains("\n#! ") && isYaml(text)) {
                wrong++;
                if (told(text).isEmpty()) {
                    unseen.add(String.valueOf(file.getFileName()));
                }
            }
        }

        assertThat(unseen)
                .as("seen: " + (wrong - unseen.size()) + " of " + wrong)
                .hasSizeLessThan(wrong / 2);
    }

    @Test
    void a_misspelled_key_is_told_with_its_place() {
        var text = KeyProbe.text(Level.FORM, "visitor-wait", "8s");

        assertThat(told(text))
                .singleElement()
                .asString()
                .contains("/forms/contact")
                .contains("visitor-wait");
    }

    static List<Path> wrong() throws Exception {
        return WrongFilesTest.files();
    }

    private static List<String> told(String text) {
        var root = new Yaml().compose(new java.io.StringReader(text));
        var problems = new Problems("usher.yaml");
        var reading = new Reading(problems, name -> null, true, LeadCatalogue.standard(), null, List.of());
        return Packed.SCHEMA.validate(json(root, reading)).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static boolean isYaml(String text) {
        try {
            var options = new LoaderOptions();
            return new Yaml(options).compose(new java.io.StringReader(text)) != null;
        } catch (YAMLException wrong) {
            return false;
        }
    }

    /** As an editor sees it: anchors and merges resolved, plain numbers and booleans typed. */
    private static JsonNode json(Node node, Reading reading) {
        if (node instanceof MappingNode map) {
            var object = JSON.createObjectNode();
            new Entries(reading)
                    .of(map)
                    .values()
                    .forEach(entry -> object.set(entry.key(), json(entry.value(), reading)));
            return object;
        }
        if (node instanceof SequenceNode list) {
            var array = JSON.createArrayNode();
            list.getValue().forEach(item -> array.add(json(item, reading)));
            return array;
        }
        var text = ((ScalarNode) node).getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (node.getTag().equals(Tag.BOOL) && Set.of("true", "false").contains(text)) {
            return JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
        }
        if (node.getTag().equals(Tag.INT) && text.matches("-?\\d{1,18}")) {
            return JSON.getNodeFactory().numberNode(Long.parseLong(text));
        }
        if (node.getTag().equals(Tag.FLOAT) && text.matches("-?\\d+\\.\\d+")) {
            return JSON.getNodeFactory().numberNode(Double.parseDouble(text));
        }
        return JSON.getNodeFactory().textNode(text);
    }

    /** Read once. */
    private static final class Packed {
        static final Schema SCHEMA = read();

        private static Schema read() {
            try {
                var node = JSON.readTree(Files.readString(PACKED));
                return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(node);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
