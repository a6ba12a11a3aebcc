package io.github.usher.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * Makes the JSON Schema of {@code usher.yaml}: the keys are those of {@link Level}, the words are those that the
 * readers know, what is said of them stands in {@link KeyTable}.
 */
final class SchemaWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyTable table;
    private final SchemaTypes types;

    SchemaWriter(KeyTable table, KeyProbe probe) {
        this.table = table;
        this.types = new SchemaTypes(probe);
    }

    String write() {
        var schema = JSON.createObjectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "usher.yaml");
        schema.put(
                "description",
                "The config of Usher. Editors check a file against it that begins with the line"
                        + " # yaml-language-server: $schema=usher.schema.json");
        schema.setAll(level(Level.TOP));
        schema.putObject("patternProperties")
                .putObject("^x-")
                .put("description", "Your own, for instance parts that several forms share.");
        var definitions = schema.putObject("definitions");
        definitions.set("value", types.value());
        for (var level : Level.values()) {
            if (level != Level.TOP) {
                definitions.set(KeyProbe.name(level) + "-keys", level(level));
            }
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode level(Level level) {
        var object = JSON.createObjectNode().put("type", "object");
        var properties = object.putObject("properties");
        var required = JSON.createArrayNode();
        for (var key : level.keys()) {
            var row = Objects.requireNonNull(
                    table.of(level, key),
                    () -> level + "." + key + " is described nowhere: add it to config/keys.yaml");
            var property = JSON.createObjectNode().put("description", row.says());
            property.setAll(types.of(level, key, row.type()));
            if (row.byDefault() != null) {
                property.set("default", JSON.valueToTree(row.byDefault()));
            }
            if (!row.examples().isEmpty()) {
                property.set("examples", JSON.valueToTree(row.examples()));
            }
            properties.set(key, property);
            if (row.required()) {
                required.add(key);
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        if (level == Level.ACCEPTED_WHEN) {
            object.put("minProperties", 1).put("maxProperties", 1);
        }
        return object.put("additionalProperties", false);
    }
}
