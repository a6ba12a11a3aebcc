package io.github.usher.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The line that ends a part of a multipart body, and a search for it that looks at one byte of each stretch of its
 * length (Horspool's), since files pass by in hundreds of megabytes.
 *
 * <p>It begins with the only CR in it: so a failed match never hides the beginning of another one, and no body makes the
 * search slow with lines that are nearly it. Immutable.
 */
final class Delimiter {
    static final int LONGEST_BOUNDARY = 200;
    private static final int BYTES = 256;

    private final byte[] bytes;
    /** By the last byte of a stretch, how far on the next one lies: 0 where this one may be it, else 1 to 204. */
    private final byte[] skips = new byte[BYTES];
    /** How far on the next stretch lies where this one ends as the delimiter does, but is not it. */
    private final int skipOfLast;

    /** @param boundary of at most {@value #LONGEST_BOUNDARY} characters, without a CR */
    Delimiter(String boundary) {
        this.bytes = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int last = bytes.length - 1;
        Arrays.fill(skips, (byte) bytes.length);
        for (int i = 0; i < last; i++) {
            skips[bytes[i] & 0xff] = (byte) (last - i);
        }
        this.skipOfLast = skips[bytes[last] & 0xff] & 0xff;
        skips[bytes[last] & 0xff] = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The first place at which it begins, or at which a CR stands too near the end to tell; {@code end} if there is none. */
    int mayBeginAt(byte[] text, int from, int end) {
        int before = bytes.length - 1;
        int last = from + before;
        for (last = passUnlike(text, last, end); last < end; last = passUnlike(text, last, end)) {
            int skip = skips[text[last] & 0xff] & 0xff;
            if (skip > 0) {
                last += skip;
            } else if (beginsAt(text, last - before)) {
                return last - before;
            } else {
                last += skipOfLast;
            }
        }
        return lineBreak(text, last - before, end);
    }

    /**
     * The next end of a stretch that is one of the delimiter's bytes. A loop of its own with a step that is no look into
     * the table: so a processor goes ahead before the table has answered, and is five times as fast.
     */
    private int passUnlike(byte[] text, int from, int end) {
        int last = from;
        while (last < end && isUnlike(text[last])) {
            last += bytes.length;
        }
        return last;
    }

    private boolean beginsAt(byte[] text, int at) {
        return text[at] == '\r' && Arrays.equals(text, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** The CR in the last stretch, which is shorter than the delimiter: one that begins there holds its last byte. */
    private int lineBreak(byte[] text, int from, int end) {
        if (from == end || isUnlike(text[end - 1])) {
            return end;
        }
        int at = from;
        while (at < end && text[at] != '\r') {
            at++;
        }
        return at;
    }

    private boolean isUnlike(byte b) {
        return (skips[b & 0xff] & 0xff) == bytes.length;
    }
}
