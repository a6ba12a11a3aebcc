package io.github.usher.config;

import io.github.usher.config.UsherConfig.ConfigTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code tests}: what is submitted, and what must come out. */
final class TestsReader {
    private static final Set<String> MAPS = Set.of("lead", "options", "utm", "salesforce-event");

    private final Reading reading;

    TestsReader(Reading reading) {
        this.reading = reading;
    }

    List<ConfigTest> read(Section top) {
        var tests = new ArrayList<ConfigTest>();
        var entry = top.entry("tests");
        if (entry == null || entry.isNothing()) {
            return tests;
        }
        if (!(entry.value() instanceof SequenceNode list)) {
            reading.mistake(
                    entry.line(),
                    "tests: expected a list, each test beginning with - form:, found " + Entry.kind(entry.value())
                            + ".");
            return tests;
        }
        var forms = top.openSection("forms").entries().stream().map(Entry::key).collect(Collectors.toList());
        for (var node : list.getValue()) {
            int line = Entry.lineOf(node);
            if (node instanceof MappingNode map) {
                tests.add(test(Section.of(reading, line, map, Level.TEST), forms));
            } else {
                reading.mistake(line, "tests: expected form, post and expect, found " + Entry.kind(node) + ".");
            }
        }
        return tests;
    }

    private ConfigTest test(Section section, List<String> forms) {
        for (var key : Level.TEST.keys()) {
            if (section.lacks(key, Level.TEST)) {
                reading.mistake(section.line(), key + ": is missing in this test. It needs form, post and expect.");
            }
        }
        var form = section.text("form");
        if (form != null && !forms.contains(form)) {
            var near = Nearest.of(form, forms);
            reading.mistake(
                    section.lineOf("form"),
                    "form: there is no form " + form + "."
                            + (near == null
                                    ? " There is " + String.join(", ", forms) + "."
                                    : " Did you mean " + near + "?"));
        }
        return new ConfigTest(form == null ? "" : form, post(section), expect(section), section.line());
    }

    private Map<String, List<String>> post(Section section) {
        var post = new LinkedHashMap<String, List<String>>();
        for (var entry : section.openSection("post").entries()) {
            post.put(
                    entry.key(),
                    Section.texts(reading, entry).stream()
                            .map(Section.Item::text)
                            .toList());
        }
        return post;
    }

    private Map<String, Object> expect(Section section) {
        var part = section.section("expect", Level.EXPECT);
        var expect = new LinkedHashMap<String, Object>();
        for (var entry : part.entries()) {
            if (MAPS.contains(entry.key())) {
                expect.put(entry.key(), texts(part.openSection(entry.key())));
            } else if (entry.value() instanceof ScalarNode scalar && Level.EXPECT.has(entry.key())) {
                expect.put(entry.key(), scalar.getValue());
            } else if (Level.EXPECT.has(entry.key())) {
                part.text(entry.key());
            }
        }
        part.setting("sent", Types::bool, true);
        return expect;
    }

    private static Map<String, String> texts(Section section) {
        var texts = new LinkedHashMap<String, String>();
        for (var entry : section.entries()) {
            var text = section.text(entry.key());
            if (text != null) {
                texts.put(entry.key(), text);
            }
        }
        return texts;
    }
}
