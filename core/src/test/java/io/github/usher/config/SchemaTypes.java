package io.github.usher.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The types of {@link KeyTable} in the words of JSON Schema. What one types is text to Usher, so that an editor must take
 * numbers and booleans too wherever a text is meant.
 */
final class SchemaTypes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WORDS = Pattern.compile("It is one of ([a-z0-9-]+(?:, [a-z0-9-]+)*)\\.");
    private static final String ENVIRONMENT = "\\$\\{env\\.";

    private final KeyProbe probe;

    SchemaTypes(KeyProbe probe) {
        this.probe = probe;
    }

    ObjectNode of(Level level, String key, String type) {
        int blank = type.indexOf(' ');
        var inner = type.substring(blank + 1);
        return switch (blank < 0 ? type : type.substring(0, blank)) {
            case "level" -> reference(KeyProbe.name(Level.valueOf(inner)) + "-keys");
            case "map" -> map(inner.equals("texts") ? list(anyText()) : of(level, key, inner));
            case "array" -> array(of(level, key, inner));
            case "list" -> list(of(level, key, inner));
            case "words" -> words(level, key);
            default -> single(type);
        };
    }

    private ObjectNode single(String type) {
        return switch (type) {
            case "any" -> JSON.createObjectNode();
            case "any-text" -> anyText();
            case "text", "template" -> anyText().put("pattern", "\\S");
            case "value" -> reference("value");
            case "bool" -> orEnvironment(bool(), ENVIRONMENT);
            case "flag" -> orEnvironment(bool(), "\\$\\{");
            case "count" -> anyOf(integer(), like("^\\s*[1-9]\\d{0,5}\\s*$"), like(ENVIRONMENT));
            case "duration" -> setting("^\\s*\\d{1,9}\\s*(ms|s|m|h|d)\\s*$");
            case "rate" -> setting("^\\s*\\d{1,6}\\s*/\\s*(s|m|h)\\s*$");
            case "size" -> setting("^\\s*\\d{1,9}\\s*([KMGTkmgt][Bb])\\s*$");
            case "url" -> setting("^\\s*[Hh][Tt][Tt][Pp][Ss]?://[^\\s?#@]+\\s*$");
            case "hook" -> setting("^\\s*[Hh][Tt][Tt][Pp][Ss]?://[^\\s#@]+\\s*$");
            case "jdbc" -> setting("^\\s*jdbc:");
            case "path" -> setting("^\\s*/");
            case "url-pattern" -> setting("^\\s*(/|\\*\\.)[^?;#]*$");
            case "place" -> setting("^\\s*(/(?!/)|[Hh][Tt][Tt][Pp][Ss]?://)\\S*\\s*$");
            case "accepted-place" -> setting("^\\s*([/*]|.*://)");
            case "method" -> orEnvironment(words("POST", "GET", "PUT", "PATCH"), "^\\s*[A-Za-z]+\\s*$|" + ENVIRONMENT);
            case "show" -> anyOf(words("redirect", "frame", "own-page"), like("^\\s*/[^?]+$"), like(ENVIRONMENT));
            case "accepted-when" -> anyOf(words("tag", "posted"), reference("accepted-when-keys"));
            case "fields" -> anyOf(anyText(), map(anyText()), array(anyOf(anyText(), map(anyText()))));
            case "conditions" -> map(list(anyText()));
            default -> throw new IllegalArgumentException("There is no type " + type + ".");
        };
    }

    /** What stands under a key of {@code lead} and the like. */
    ObjectNode value() {
        return anyOf(anyText(), reference("value-keys"));
    }

    /** The words that the reader itself names and takes. */
    private ObjectNode words(Level level, String key) {
        var told = probe.mistakes(level, key, "no-such-word-at-all");
        var words = told.stream()
                .map(WORDS::matcher)
                .filter(java.util.regex.Matcher::find)
                .flatMap(found -> Arrays.stream(found.group(1).split(", ")))
                .filter(word -> probe.mistakes(level, key, word).isEmpty())
                .toArray(String[]::new);
        if (words.length == 0) {
            throw new IllegalStateException(level + "." + key + " names no words: " + told);
        }
        return orEnvironment(words(words), ENVIRONMENT);
    }

    private static ObjectNode anyText() {
        var text = JSON.createObjectNode();
        text.putArray("type").add("string").add("number").add("boolean");
        return text;
    }

    private static ObjectNode words(String... words) {
        var node = JSON.createObjectNode();
        List.of(words).forEach(node.putArray("enum")::add);
        return node;
    }

    private static ObjectNode bool() {
        var node = JSON.createObjectNode();
        node.putArray("enum").add(true).add(false).add("true").add("false");
        return node;
    }

    private static ObjectNode integer() {
        return JSON.createObjectNode().put("type", "integer").put("minimum", 1).put("maximum", 999_999);
    }

    private static ObjectNode like(String pattern) {
        return JSON.createObjectNode().put("type", "string").put("pattern", pattern);
    }

    private static ObjectNode setting(String pattern) {
        return like(pattern + "|" + ENVIRONMENT);
    }

    private static ObjectNode orEnvironment(ObjectNode words, String pattern) {
        return anyOf(words, like(pattern));
    }

    private static ObjectNode map(JsonNode values) {
        var map = JSON.createObjectNode().put("type", "object");
        map.set("additionalProperties", values);
        return map;
    }

    private static ObjectNode array(JsonNode items) {
        var array = JSON.createObjectNode().put("type", "array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode list(ObjectNode item) {
        return anyOf(item, array(item).put("minItems", 1));
    }

    /** Beside a reference draft 7 takes no description, so that it stands in a list of one. */
    private static ObjectNode reference(String definition) {
        var node = JSON.createObjectNode();
        node.putArray("allOf").addObject().put("$ref", "#/definitions/" + definition);
        return node;
    }

    private static ObjectNode anyOf(JsonNode... choices) {
        var node = JSON.createObjectNode();
        List.of(choices).forEach(node.putArray("anyOf")::add);
        return node;
    }
}
