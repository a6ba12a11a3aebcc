package io.github.usher.config;

import io.github.usher.mapping.Value;
import io.github.usher.mapping.Value.Otherwise;
import io.github.usher.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads values: a template, or a map that says what is done with it. */
final class ValueReader {
    private final Reading reading;

    ValueReader(Reading reading) {
        this.reading = reading;
    }

    /** The values under a key, in the order of the file; a new map. */
    Map<String, Value> map(Section section, String key) {
        var values = new LinkedHashMap<String, Value>();
        for (var entry : section.openSection(key).entries()) {
            var value = value(entry);
            if (value != null) {
                values.put(entry.key(), value);
            }
        }
        return values;
    }

    private @Nullable Value value(Entry entry) {
        if (entry.isNothing()) {
            return null;
        }
        if (entry.value() instanceof ScalarNode scalar) {
            var template = reading.template(entry.key(), entry.line(), scalar.getValue());
            return template == null ? null : Value.of(template);
        }
        if (entry.value() instanceof MappingNode map) {
            return isForgottenDollar(entry, map) ? null : full(entry, map);
        }
        reading.mistake(
                entry.line(),
                entry.key() + ": a list stands under value, and its first that is not blank counts. Write "
                        + entry.key() + ": {value: " + flow(entry.value()) + "}.");
        return null;
    }

    private static String flow(org.yaml.snakeyaml.nodes.Node list) {
        var texts = new ArrayList<String>();
        if (list instanceof SequenceNode sequence) {
            for (var node : sequence.getValue()) {
                texts.add(node instanceof ScalarNode scalar ? "\"" + scalar.getValue() + "\"" : "…");
            }
        }
        return texts.toString();
    }

    /** {@code {name}} without the dollar sign is a map of YAML with one key and no value. */
    private boolean isForgottenDollar(Entry entry, MappingNode map) {
        if (map.getValue().size() != 1) {
            return false;
        }
        var only = map.getValue().get(0);
        if (only.getKeyNode() instanceof MappingNode) {
            reading.mistake(entry.line(), entry.key() + ": {{ }} has no meaning here. Write ${name of the field}.");
            return true;
        }
        boolean forgotten = only.getKeyNode() instanceof ScalarNode name
                && !Level.VALUE.has(name.getValue())
                && Entry.isNothing(only.getValueNode());
        if (forgotten && only.getKeyNode() instanceof ScalarNode name) {
            reading.mistake(
                    entry.line(), entry.key() + ": the dollar sign is missing. Write ${" + name.getValue() + "}.");
        }
        return forgotten;
    }

    private @Nullable Value full(Entry entry, MappingNode map) {
        var section = Section.of(reading, entry.line(), map, Level.VALUE);
        var templates = templates(entry, section);
        var join = section.text("join");
        var values = values(section);
        var as = new ConversionReader(reading).read(section);
        var fallbackText = section.text("default");
        var fallback =
                fallbackText == null ? null : reading.template("default", section.lineOf("default"), fallbackText);
        var required = section.setting("required", Types::bool, false);
        var max = section.optional("max", Types::count);
        var otherwise = otherwise(section);
        if (templates.isEmpty()) {
            return null;
        }
        return new Value(templates, join == null ? ";" : join, values, otherwise, as, fallback, required, max);
    }

    private List<Template> templates(Entry entry, Section section) {
        if (!section.has("value")) {
            reading.mistake(
                    entry.line(), entry.key() + ": value is missing in its map. Write value: ${name of the field}.");
        }
        var templates = new ArrayList<Template>();
        for (var item : section.texts("value")) {
            var template = reading.template(entry.key(), item.line(), item.text());
            if (template != null) {
                templates.add(template);
            }
        }
        return templates;
    }

    private Map<String, String> values(Section section) {
        var values = new LinkedHashMap<String, String>();
        var map = section.openSection("values");
        for (var entry : map.entries()) {
            var text = map.text(entry.key());
            if (text == null) {
                continue;
            }
            if (text.contains("${")) {
                reading.mistake(
                        entry.line(),
                        entry.key() + ": values gives plain texts, and nothing is put in for ${ } in them.");
            }
            values.put(entry.key(), text);
        }
        return values;
    }

    private Otherwise otherwise(Section section) {
        var text = section.text("else");
        if (text == null) {
            return new Otherwise.Keep();
        }
        if (!section.has("values")) {
            reading.mistake(
                    section.lineOf("else"),
                    "else: is for what values does not name, and there are no values. A value for a blank field is default.");
        }
        if (text.contains("${")) {
            reading.mistake(section.lineOf("else"), "else: is keep, drop or a plain text; nothing is put in for ${ }.");
        }
        return switch (text) {
            case "keep" -> new Otherwise.Keep();
            case "drop" -> new Otherwise.Drop();
            default -> new Otherwise.Text(text);
        };
    }
}
