package io.github.usher.routing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, read with suspicion: whatever is missing, of another type or too long is null.
 *
 * <p>Bytes are UTF-8, as JSON's standard demands. A key that is given twice makes the whole unreadable: two readers
 * would understand two different answers.
 */
final class AnswerJson {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_TEXT = BookingHosts.MAX_LENGTH;
    private static final int MAX_NUMBER = 1000;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    private static final Pattern CODE_IN_TEXT = Pattern.compile("(?<![0-9])80[0-9]{2}(?![0-9])");

    private final JsonNode root;

    private AnswerJson(JsonNode root) {
        this.root = root;
    }

    /** Null where the bytes are no JSON object. */
    static @Nullable AnswerJson parse(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        try {
            JsonNode root = READER.readValue(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return root != null && root.isObject() ? new AnswerJson(root) : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    @Nullable
    String text(String pointer) {
        var node = root.at(pointer);
        return node.isTextual() && node.textValue().length() <= MAX_TEXT ? node.textValue() : null;
    }

    boolean has(String pointer) {
        var node = root.at(pointer);
        return !node.isMissingNode() && !node.isNull();
    }

    boolean isTrue(String pointer) {
        var node = root.at(pointer);
        return node.booleanValue() || "true".equals(node.textValue());
    }

    boolean isFalse(String pointer) {
        var node = root.at(pointer);
        return (node.isBoolean() && !node.booleanValue()) || "false".equals(node.textValue());
    }

    /** A whole number that is not negative, also where it stands in quotes. */
    @Nullable
    Integer number(String pointer) {
        return number(root.at(pointer));
    }

    /** The error code where one is expected; null where there is none. */
    @Nullable
    Integer code() {
        for (var pointer : List.of("/code", "/errorCode", "/error/code", "/error")) {
            var code = number(pointer);
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    /** The error code that only a sentence of the answer names; null where none does. */
    @Nullable
    Integer codeInText() {
        for (var pointer : List.of("/message", "/error/message", "/errorMessage", "/error")) {
            var text = text(pointer);
            var found = CODE_IN_TEXT.matcher(text == null ? "" : text);
            if (found.find()) {
                return Integer.valueOf(found.group());
            }
        }
        return null;
    }

    private static @Nullable Integer number(JsonNode node) {
        if (node.isTextual() && node.textValue().strip().matches("[0-9]{1,9}")) {
            return Integer.valueOf(node.textValue().strip());
        }
        if (!node.isNumber() || node.doubleValue() != Math.rint(node.doubleValue())) {
            return null;
        }
        return node.doubleValue() >= 0 && node.doubleValue() < 1e9 ? Integer.valueOf(node.intValue()) : null;
    }
}
