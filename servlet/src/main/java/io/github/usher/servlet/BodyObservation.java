package io.github.usher.servlet;

import io.github.usher.form.BodyReader;
import io.github.usher.form.FormFields;
import io.github.usher.form.ReadBody;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the application has read of its request's raw body so far.
 *
 * <p>What is read again after {@code mark} and {@code reset} counts once. Safe for use by several threads, as the
 * callbacks of a read listener run on threads of the container.
 */
final class BodyObservation {
    private final Supplier<@Nullable BodyReader> readers;
    private final long declaredLength;
    private @Nullable BodyReader reader;

    private long position;
    private long furthest;
    private long marked;
    private long bytes;
    private boolean opened;
    private boolean ended;
    private char pendingSurrogate;

    /**
     * @param readers asked once, at the first byte: until then the site may still set the encoding; gives null where the
     *     type of the body is none that can be read
     * @param declaredLength in bytes; -1 where it is not known
     */
    BodyObservation(Supplier<@Nullable BodyReader> readers, long declaredLength) {
        this.readers = readers;
        this.declaredLength = declaredLength;
    }

    synchronized void bytesRead(byte[] array, int offset, int length) {
        open();
        int known = (int) Math.min(length, furthest - position);
        advance(length);
        feed(array, offset + known, length - known);
    }

    synchronized void charsRead(char[] array, int offset, int length) {
        open();
        int known = (int) Math.min(length, furthest - position);
        advance(length);
        var text = new String(array, offset + known, length - known);
        if (pendingSurrogate != 0) {
            text = pendingSurrogate + text;
            pendingSurrogate = 0;
        }
        int last = text.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(text.charAt(last))) {
            pendingSurrogate = text.charAt(last);
            text = text.substring(0, last);
        }
        var encoded = text.getBytes(reader == null ? StandardCharsets.UTF_8 : reader.textCharset());
        feed(encoded, 0, encoded.length);
    }

    /** The application was told that there is no more. */
    synchronized void ended() {
        ended = true;
    }

    synchronized void marked() {
        marked = position;
    }

    synchronized void reset() {
        position = marked;
    }

    /** Whether the application got anything out of the raw body. */
    synchronized boolean hasSeenAny() {
        return bytes > 0;
    }

    /** The fields of the body; broken, with its reason, where the application has not read all of it. */
    synchronized ReadBody result() {
        if (reader == null) {
            return new ReadBody.Broken(FormFields.none(), "the site reads a body of a type that is no form's");
        }
        var read = reader.end();
        boolean isAll = ended || reader.marksItsEnd() || (declaredLength >= 0 && bytes >= declaredLength);
        if (isAll) {
            return read;
        }
        return new ReadBody.Broken(read.fields(), "the site has read only a part of the body");
    }

    private void open() {
        if (!opened) {
            opened = true;
            reader = readers.get();
        }
    }

    private void advance(int length) {
        position += length;
        furthest = Math.max(furthest, position);
    }

    private void feed(byte[] array, int offset, int length) {
        if (length <= 0) {
            return;
        }
        bytes += length;
        if (reader != null) {
            reader.accept(array, offset, length);
        }
    }
}
