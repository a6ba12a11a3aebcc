package io.github.usher.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON with flat names: {@code {"person": {"name": "Ada"}, "topics": ["a", "b"]}} has the fields {@code person.name} and
 * twice {@code topics}. Numbers and booleans are the text as it was sent; {@code null} is no value.
 *
 * <p>In UTF-8, 16 or 32, which the first bytes tell, whatever the header says, unless it names another charset.
 */
final class JsonBody extends BodyReader {
    private static final int LONGEST = 1024 * 1024;
    private static final int LONGEST_NAME = 4_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(LONGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final FormFields.Builder fields = FormFields.builder();
    private final @Nullable Charset declared;
    private int count;
    private int textLeft = MOST_TEXT;

    JsonBody(@Nullable String charset) {
        this.declared = charset == null ? null : otherThanUnicode(charset);
    }

    private @Nullable Charset otherThanUnicode(String name) {
        try {
            var charset = Charset.forName(name);
            return charset.name().startsWith("UTF-") ? null : charset;
        } catch (IllegalArgumentException unknown) {
            stop("the body is in a charset that this Java does not know");
            return null;
        }
    }

    @Override
    public boolean marksItsEnd() {
        return true;
    }

    @Override
    public Charset textCharset() {
        return declared == null ? StandardCharsets.UTF_8 : declared;
    }

    @Override
    void read(byte[] bytes, int offset, int length) {
        if (length > LONGEST - body.size()) {
            stop("the JSON is larger than 1 MB");
        } else {
            body.write(bytes, offset, length);
        }
    }

    @Override
    FormFields finish() {
        if (stopped()) {
            return fields.build();
        }
        try (var parser = parser(body.toByteArray())) {
            var first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                flaw("the JSON is no object");
            } else {
                value(parser, first, "");
                if (!stopped() && parser.nextToken() != null) {
                    flaw("something follows the JSON");
                }
            }
        } catch (StreamConstraintsException beyond) {
            flaw("the JSON is nested deeper than 32, or has a name or number that is far too long");
        } catch (IOException malformed) {
            flaw("the body is no well-formed JSON, or names a key twice");
        }
        return fields.build();
    }

    private JsonParser parser(byte[] bytes) throws IOException {
        return declared == null
                ? JSON.createParser(bytes)
                : JSON.createParser(new InputStreamReader(new ByteArrayInputStream(bytes), declared));
    }

    private void value(JsonParser parser, JsonToken token, String name) throws IOException {
        switch (token) {
            case START_OBJECT -> {
                while (!stopped() && parser.nextToken() != JsonToken.END_OBJECT) {
                    var key = parser.currentName();
                    if (name.length() + key.length() > LONGEST_NAME) {
                        stop("the JSON has a name that is far too long");
                        return;
                    }
                    value(parser, parser.nextToken(), name.isEmpty() ? key : name + "." + key);
                }
            }
            case START_ARRAY -> {
                while (!stopped()) {
                    var element = parser.nextToken();
                    if (element == JsonToken.END_ARRAY) {
                        return;
                    }
                    value(parser, element, name);
                }
            }
            case VALUE_NULL -> {}
            default -> add(name, parser.getText());
        }
    }

    private void add(String name, String value) {
        textLeft -= name.length() + value.length();
        if (textLeft < 0) {
            stop("the form holds more than 2 MB of text");
        } else if (++count > MOST_FIELDS) {
            stop("the form has more than " + MOST_FIELDS + " fields");
        } else if (!name.isEmpty()) {
            fields.add(name, value);
        }
    }
}
