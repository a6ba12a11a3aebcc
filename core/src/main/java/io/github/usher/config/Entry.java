package io.github.usher.config;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One key of the file with its value. */
record Entry(String key, int line, Node value) {
    /** Whether nothing at all stands behind the colon: {@code ""} is something. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().isEmpty();
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String kind(Node node) {
        return node instanceof MappingNode ? "a map" : node instanceof ScalarNode ? "a text" : "a list";
    }

    /** Such a key has been told already when its map was read. */
    boolean isNothing() {
        return isNothing(value);
    }

    boolean isMap() {
        return value instanceof MappingNode;
    }

    boolean isText() {
        return value instanceof ScalarNode;
    }
}
