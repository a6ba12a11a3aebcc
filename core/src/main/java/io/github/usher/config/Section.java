package io.github.usher.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A map of the file: its keys, checked against what it may hold, and its values by their types. */
final class Section {
    /** One text of a list, with its line. */
    record Item(String text, int line) {}

    private final Reading reading;
    private final int line;
    private final Map<String, Entry> entries;

    private Section(Reading reading, int line, Map<String, Entry> entries) {
        this.reading = reading;
        this.line = line;
        this.entries = entries;
    }

    static Section empty(Reading reading, int line) {
        return new Section(reading, line, Map.of());
    }

    /** A map with any keys. */
    static Section open(Reading reading, int line, MappingNode node) {
        return new Section(reading, line, new Entries(reading).of(node));
    }

    /** A map whose keys are those of a level; unknown ones are told. */
    static Section of(Reading reading, int line, MappingNode node, Level level) {
        var section = open(reading, line, node);
        section.refuseUnknown(level);
        return section;
    }

    int line() {
        return line;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether a key is missing, and none that was misspelled for it, which is told by itself. */
    boolean lacks(String key, Level level) {
        return !has(key)
                && entries.keySet().stream()
                        .noneMatch(given -> !level.has(given) && key.equals(Nearest.of(given, level.keys())));
    }

    @Nullable
    Entry entry(String key) {
        return entries.get(key);
    }

    int lineOf(String key) {
        var entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    private void refuseUnknown(Level level) {
        for (var entry : entries.values()) {
            var key = entry.key();
            boolean own = level == Level.TOP && key.startsWith("x-");
            if (!own && !level.has(key)) {
                reading.mistake(entry.line(), level.unknown(key));
            }
        }
    }

    /** The section under a key; empty where there is none. */
    Section section(String key, Level level) {
        var entry = entries.get(key);
        if (entry == null) {
            return empty(reading, line);
        }
        return entry.value() instanceof MappingNode map ? of(reading, entry.line(), map, level) : noMap(reading, entry);
    }

    Section openSection(String key) {
        var entry = entries.get(key);
        if (entry == null) {
            return empty(reading, line);
        }
        return entry.value() instanceof MappingNode map ? open(reading, entry.line(), map) : noMap(reading, entry);
    }

    private static Section noMap(Reading reading, Entry entry) {
        if (!entry.isNothing()) {
            reading.mistake(
                    entry.line(),
                    entry.key() + ": expected keys below it, each on a line of its own and further right, found "
                            + Entry.kind(entry.value()) + ".");
        }
        return empty(reading, entry.line());
    }

    /** The text under a key as it stands there; null where there is none, or no text. */
    @Nullable
    String text(String key) {
        var entry = entries.get(key);
        if (entry == null || entry.isNothing()) {
            return null;
        }
        if (!(entry.value() instanceof ScalarNode scalar)) {
            reading.mistake(entry.line(), key + ": expected a text, found " + Entry.kind(entry.value()) + ".");
            return null;
        }
        return scalar.getValue();
    }

    /** The setting under a key, its environment put in; null where there is none or it is blank. */
    @Nullable
    String setting(String key) {
        var text = text(key);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            reading.mistake(lineOf(key), key + ": is blank. Write a value, or leave the key out.");
            return null;
        }
        var value = reading.setting(key, lineOf(key), text.strip());
        return value == null || value.isBlank() ? null : value;
    }

    /**
     * The setting under a key by its type.
     *
     * @param type throws an {@link IllegalArgumentException} whose message says what is wrong
     */
    <T> T setting(String key, Function<String, T> type, T byDefault) {
        var value = optional(key, type);
        return value == null ? byDefault : value;
    }

    <T> @Nullable T optional(String key, Function<String, T> type) {
        var text = setting(key);
        return text == null ? null : typed(key, new Item(text, lineOf(key)), type);
    }

    /** The settings of a list, or of a single text. */
    <T> List<T> settings(String key, Function<String, T> type) {
        var list = new ArrayList<T>();
        for (var item : texts(key)) {
            if (item.text().isBlank()) {
                reading.mistake(item.line(), key + ": is blank. Write a value, or leave the key out.");
                continue;
            }
            var text = reading.setting(key, item.line(), item.text().strip());
            var value = text == null ? null : typed(key, new Item(text, item.line()), type);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    <T> @Nullable T typed(String key, Item item, Function<String, T> type) {
        try {
            return type.apply(item.text());
        } catch (IllegalArgumentException wrong) {
            reading.mistake(item.line(), key + ": " + wrong.getMessage());
            return null;
        }
    }

    /** The texts of a list, or a single text as a list of one. */
    List<Item> texts(String key) {
        var entry = entries.get(key);
        return entry == null ? List.of() : texts(reading, entry);
    }

    static List<Item> texts(Reading reading, Entry entry) {
        if (entry.isNothing()) {
            return List.of();
        }
        if (entry.value() instanceof ScalarNode scalar) {
            return List.of(new Item(scalar.getValue(), entry.line()));
        }
        if (!(entry.value() instanceof SequenceNode sequence)) {
            reading.mistake(entry.line(), entry.key() + ": expected a text or a list of texts, found a map.");
            return List.of();
        }
        var items = new ArrayList<Item>();
        for (var node : sequence.getValue()) {
            int at = Entry.lineOf(node);
            if (!(node instanceof ScalarNode scalar)) {
                reading.mistake(at, entry.key() + ": expected a list of texts, found " + Entry.kind(node) + " in it.");
            } else if (Entry.isNothing(node)) {
                reading.mistake(at, entry.key() + ": an item of the list is empty.");
            } else {
                items.add(new Item(scalar.getValue(), at));
            }
        }
        if (sequence.getValue().isEmpty()) {
            reading.mistake(entry.line(), entry.key() + ": the list is empty. Leave the key out instead.");
        }
        return items;
    }
}
