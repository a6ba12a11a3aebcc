package io.github.usher.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields whose bytes wait for the end of the body, where their charset is known. Bounded.
 *
 * <p>Bytes are kept as text in ISO-8859-1, which has one character for each.
 */
final class RawFields {
    private final List<RawField> fields = new ArrayList<>();
    private int textLeft = BodyReader.MOST_TEXT;

    /** @param own the charset that the field itself names; null where it names none */
    private record RawField(
            String name, String value, @Nullable Charset own) {}

    /** @return whether {@code bytes} more are within the bounds */
    boolean take(int bytes) {
        textLeft -= bytes;
        return textLeft >= 0;
    }

    boolean isFull() {
        return fields.size() >= BodyReader.MOST_FIELDS;
    }

    void add(String name, String value, @Nullable Charset own) {
        fields.add(new RawField(name, value, own));
    }

    /** The value of the first field of this name, not decoded; null where there is none. */
    @Nullable
    String find(String name) {
        for (var field : fields) {
            if (field.name.equals(name)) {
                return field.value;
            }
        }
        return null;
    }

    /** Whether all text that names no charset of its own is in this one. */
    boolean areIn(Charset charset) {
        for (var field : fields) {
            if (!isIn(charset, field.name) || (field.own == null && !isIn(charset, field.value))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every field that names a charset is in it. */
    boolean areInTheirOwn() {
        for (var field : fields) {
            if (field.own != null && !isIn(field.own, field.value)) {
                return false;
            }
        }
        return true;
    }

    /** What is not in its charset gets replacement characters. */
    FormFields decode(Charset charset) {
        var builder = FormFields.builder();
        for (var field : fields) {
            var own = field.own == null ? charset : field.own;
            builder.add(new String(bytes(field.name), charset), new String(bytes(field.value), own));
        }
        return builder.build();
    }

    private static boolean isIn(Charset charset, String raw) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes(raw)));
            return true;
        } catch (CharacterCodingException notInIt) {
            return false;
        }
    }

    private static byte[] bytes(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }
}
