package io.github.usher.config;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The entries of a map: a key given twice or without a value is told, and {@code <<} brings in those of others. */
final class Entries {
    private static final int MOST_MERGES = 200;

    private final Reading reading;
    private final Set<Node> merging = Collections.newSetFromMap(new IdentityHashMap<>());
    private int merges;

    Entries(Reading reading) {
        this.reading = reading;
    }

    Map<String, Entry> of(MappingNode map) {
        var own = new LinkedHashMap<String, Entry>();
        var merged = new LinkedHashMap<String, Entry>();
        for (var tuple : map.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(tuple, merged);
            } else {
                add(tuple, own);
            }
        }
        // what is merged comes first, so that the file's own order is kept behind it; its own values win
        merged.putAll(own);
        return merged;
    }

    private void merge(NodeTuple tuple, Map<String, Entry> into) {
        int line = Entry.lineOf(tuple.getKeyNode());
        if (tuple.getValueNode() instanceof SequenceNode several) {
            several.getValue().forEach(node -> mergeOne(line, node, into));
        } else {
            mergeOne(line, tuple.getValueNode(), into);
        }
    }

    private void mergeOne(int line, Node node, Map<String, Entry> into) {
        if (!(node instanceof MappingNode map)) {
            reading.mistake(line, "<<: expected the name of a map above, as in <<: *common.");
            return;
        }
        if (++merges > MOST_MERGES || !merging.add(map)) {
            reading.mistake(line, "<<: the map is merged into itself.");
            return;
        }
        of(map).forEach(into::putIfAbsent);
        merging.remove(map);
    }

    private void add(NodeTuple tuple, Map<String, Entry> into) {
        var keyNode = tuple.getKeyNode();
        int line = Entry.lineOf(keyNode);
        if (!(keyNode instanceof ScalarNode scalar)) {
            reading.mistake(line, "a key must be a text. What is submitted is written ${name}, in quotes inside { }.");
            return;
        }
        var key = scalar.getValue();
        var before = into.get(key);
        if (before != null) {
            reading.mistake(line, key + ": is given twice, here and in line " + before.line() + ". Keep one.");
            return;
        }
        var entry = new Entry(key, line, tuple.getValueNode());
        var missing = missing(entry);
        if (missing != null) {
            reading.mistake(line, missing);
            // kept as seen, so that it is not told as missing as well
        }
        into.put(key, entry);
        tellCutText(entry);
    }

    /** YAML reads {@code We are #1} as {@code We are}: a comment nobody meant. */
    private void tellCutText(Entry entry) {
        boolean plain = entry.value() instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && !scalar.getValue().isEmpty()
                && Entry.lineOf(scalar) == entry.line();
        var behind = plain ? reading.behindColon(entry.line()).strip() : "";
        int cut = behind.indexOf(" #");
        if (cut >= 0 && behind.length() > cut + 2 && " #".indexOf(behind.charAt(cut + 2)) < 0) {
            reading.warning(
                    entry.line(),
                    entry.key() + ": all behind the # is a comment. If it belongs to the value, write "
                            + YamlLine.quoted(behind) + ".");
        }
    }

    private @Nullable String missing(Entry entry) {
        var tag = entry.value().getTag().getValue();
        if (tag.startsWith("!")) {
            return entry.key() + ": a value that starts with ! needs quotes. Write \"" + tag + "…\".";
        }
        if (!Entry.isNothing(entry.value())) {
            return null;
        }
        var behind = reading.behindColon(entry.line()).strip();
        if (behind.startsWith("#") && !behind.startsWith("# ")) {
            return entry.key() + ": a value that starts with # is a comment. Write " + YamlLine.quoted(behind) + ".";
        }
        var anchor = entry.value().getAnchor();
        return anchor == null
                ? entry.key() + ": has no value. Write one, or leave the key out; \"\" is a blank text."
                : entry.key() + ": a value that starts with & needs quotes. Write \"&" + anchor + "\".";
    }
}
