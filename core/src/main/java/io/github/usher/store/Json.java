package io.github.usher.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the documents of the store. Reading is tolerant: what is not there, or is of another kind than it
 * should be, is as if it had never been written. All but ASCII is escaped, so that a lone surrogate survives.
 */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build());
    }

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static byte[] write(ObjectNode document) {
        try {
            return MAPPER.writeValueAsString(document).getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("A tree of texts and numbers can always be written.", impossible);
        }
    }

    static JsonNode read(byte[] document) throws UnreadableRecordException {
        try {
            var read = MAPPER.readTree(new String(document, StandardCharsets.UTF_8));
            if (read != null && read.isObject()) {
                return read;
            }
            throw new UnreadableRecordException("It is no document.");
        } catch (IOException | RuntimeException noJson) {
            // The text of such an exception quotes what it read.
            throw new UnreadableRecordException("It is no JSON.");
        }
    }

    static @Nullable String text(JsonNode node, String name) {
        var value = node.get(name);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    static String text(JsonNode node, String name, String otherwise) {
        var value = text(node, name);
        return value == null ? otherwise : value;
    }

    static @Nullable Integer integer(JsonNode node, String name) {
        var value = node.get(name);
        return value != null && value.canConvertToInt() ? (Integer) value.intValue() : null;
    }

    static int integer(JsonNode node, String name, int otherwise) {
        var value = integer(node, name);
        return value == null ? otherwise : value;
    }

    static boolean flag(JsonNode node, String name) {
        var value = node.get(name);
        return value != null && value.asBoolean();
    }

    static @Nullable Instant time(JsonNode node, String name) {
        var value = text(node, name);
        return value == null ? null : Instant.parse(value);
    }

    static Instant time(JsonNode node, String name, Instant otherwise) {
        var value = time(node, name);
        return value == null ? otherwise : value;
    }

    static void put(ObjectNode node, String name, @Nullable Instant time) {
        if (time != null) {
            node.put(name, time.toString());
        }
    }

    static void put(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text);
        }
    }

    static void put(ObjectNode node, String name, @Nullable Integer number) {
        if (number != null) {
            node.put(name, number);
        }
    }

    /** Texts and booleans: pairs in a list, since a name in JSON may hold no lone surrogate, and a value may. */
    static void put(ObjectNode node, String name, Map<String, ?> map) {
        var written = node.putArray(name);
        map.forEach((key, value) -> {
            var pair = written.addArray().add(key);
            if (value instanceof Boolean flag) {
                pair.add(flag);
            } else {
                pair.add(String.valueOf(value));
            }
        });
    }

    static Map<String, String> texts(JsonNode node, String name) {
        return map(node, name, JsonNode::asText);
    }

    static Map<String, Object> textsAndFlags(JsonNode node, String name) {
        return map(node, name, value -> value.isBoolean() ? (Object) value.booleanValue() : value.asText());
    }

    private static <V> Map<String, V> map(JsonNode node, String name, Function<JsonNode, V> reader) {
        var map = new LinkedHashMap<String, V>();
        node.path(name).forEach(pair -> {
            if (pair.size() == 2) {
                map.put(pair.get(0).asText(), reader.apply(pair.get(1)));
            }
        });
        return map;
    }

    static void put(ObjectNode node, String name, List<String> texts) {
        texts.forEach(node.putArray(name)::add);
    }

    static List<String> list(JsonNode node, String name) {
        return each(node, name, JsonNode::asText);
    }

    static <T> void put(ObjectNode node, String name, List<T> list, Function<T, ObjectNode> writer) {
        ArrayNode written = node.putArray(name);
        list.forEach(element -> written.add(writer.apply(element)));
    }

    static <T> List<T> each(JsonNode node, String name, Function<JsonNode, T> reader) {
        var list = new ArrayList<T>();
        node.path(name).forEach(element -> list.add(reader.apply(element)));
        return list;
    }
}
