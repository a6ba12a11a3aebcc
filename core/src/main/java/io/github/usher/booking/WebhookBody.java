package io.github.usher.booking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a webhook, read strictly: one object in UTF-8 without a mark at its front, no key twice, nothing after it,
 * numbers that a double can hold, at most {@value #DEEPEST} levels. What it holds has flat names, as {@code slot.start};
 * lists are checked and left out.
 */
final class WebhookBody {
    private static final int DEEPEST = 16;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, String> texts = new HashMap<>();

    private WebhookBody() {}

    static WebhookBody read(byte[] bytes) throws UnreadableException {
        var body = new WebhookBody();
        try (var parser = JSON.createParser(text(bytes))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("the body is no JSON object");
            }
            body.object(parser, "");
            if (parser.nextToken() != null) {
                throw new UnreadableException("something follows the JSON");
            }
            return body;
        } catch (StreamConstraintsException beyond) {
            throw new UnreadableException("the JSON is nested too deep, or has a name or number that is far too long");
        } catch (UnreadableException already) {
            throw already;
        } catch (IOException malformed) {
            throw new UnreadableException("the body is no well-formed JSON, or names a key twice");
        }
    }

    private static String text(byte[] bytes) throws UnreadableException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\ufeff")) {
                throw new UnreadableException("the body begins with a byte order mark");
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableException("the body is not in UTF-8");
        }
    }

    private void object(JsonParser parser, String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = prefix + parser.currentName();
            value(parser, parser.nextToken(), name);
        }
    }

    private void value(JsonParser parser, JsonToken token, @Nullable String name) throws IOException {
        switch (token) {
            case START_OBJECT -> {
                if (name == null) {
                    new WebhookBody().object(parser, "");
                } else {
                    object(parser, name + ".");
                }
            }
            case START_ARRAY -> {
                for (var element = parser.nextToken(); element != JsonToken.END_ARRAY; element = parser.nextToken()) {
                    value(parser, element, null);
                }
            }
            case VALUE_NULL -> {}
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> put(name, number(parser));
            default -> put(name, parser.getText());
        }
    }

    private static String number(JsonParser parser) throws IOException {
        var text = parser.getText();
        if (Double.isInfinite(Double.parseDouble(text))) {
            throw new UnreadableException("the JSON has a number that is far too large");
        }
        return text;
    }

    private void put(@Nullable String name, String text) throws UnreadableException {
        if (name != null && texts.put(name, text) != null) {
            throw new UnreadableException("the JSON names a key twice");
        }
    }

    /** The text of that name, trimmed; null where there is none or it is blank. */
    @Nullable
    String text(String name) throws UnreadableException {
        var text = texts.get(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        var trimmed = text.strip();
        if (trimmed.length() > BookingEvent.LONGEST_TEXT) {
            throw new UnreadableException(name + " is longer than " + BookingEvent.LONGEST_TEXT + " characters");
        }
        return trimmed;
    }

    /** A time as epoch milliseconds or in ISO 8601 with an offset; null where there is none. */
    @Nullable
    Instant time(String name) throws UnreadableException {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var time = Character.isDigit(text.charAt(text.length() - 1)) && text.indexOf(':') < 0
                    ? Instant.ofEpochMilli(new BigDecimal(text).longValueExact())
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw new UnreadableException(name + " is no time between the years 2000 and 3000");
            }
            return time;
        } catch (ArithmeticException | DateTimeException | NumberFormatException noTime) {
            throw new UnreadableException(name + " is no time");
        }
    }

    /** What is wrong, as part of a sentence, without anything that was sent. */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String what) {
            super(what);
        }
    }
}
