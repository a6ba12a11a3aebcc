package io.github.usher.servlet;

import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the site has written and flushed, in order, with where it goes. Bounded. */
final class HeldOutput {
    /** Bytes, or characters, that are held at most. */
    static final int MOST = 64 * 1024;
    /** Calls that are held at most: old pages write character by character, and flush between. */
    private static final int MOST_PIECES = 2 * MOST;

    private final List<Piece> pieces = new ArrayList<>();
    private int size;
    private boolean flushed;

    /** One call of the site. */
    sealed interface Piece {
        void replay() throws IOException;

        int size();

        /** @param content owned by this piece */
        record Bytes(ServletOutputStream to, ByteArrayOutputStream content) implements Piece {
            @Override
            public void replay() throws IOException {
                content.writeTo(to);
            }

            @Override
            public int size() {
                return content.size();
            }
        }

        record Chars(PrintWriter to, StringBuilder content) implements Piece {
            @Override
            public void replay() {
                to.write(content.toString());
            }

            @Override
            public int size() {
                return content.length();
            }
        }

        /** Text that the container's stream turns into bytes in its own way. */
        record Printed(ServletOutputStream to, String text) implements Piece {
            @Override
            public void replay() throws IOException {
                to.print(text);
            }

            @Override
            public int size() {
                return text.length();
            }
        }

        /** The end of a line, by the container's own idea of it. */
        record LineBreak(Action action) implements Piece {
            @Override
            public void replay() throws IOException {
                action.run();
            }

            @Override
            public int size() {
                return 2;
            }
        }

        /** A flush or close. */
        record Flush(Action action) implements Piece {
            @Override
            public void replay() throws IOException {
                action.run();
            }

            @Override
            public int size() {
                return 0;
            }
        }
    }

    interface Action {
        void run() throws IOException;
    }

    int room() {
        return pieces.size() >= MOST_PIECES ? 0 : MOST - size;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    boolean isFlushed() {
        return flushed;
    }

    void add(Piece piece) {
        size += piece.size();
        if (piece instanceof Piece.Flush) {
            flushed = true;
            if (pieces.size() >= MOST_PIECES) {
                return;
            }
        }
        if (!joined(piece)) {
            pieces.add(piece);
        }
    }

    private boolean joined(Piece piece) {
        if (pieces.isEmpty()) {
            return false;
        }
        var last = pieces.get(pieces.size() - 1);
        if (last instanceof Piece.Bytes before && piece instanceof Piece.Bytes now && before.to() == now.to()) {
            before.content().writeBytes(now.content().toByteArray());
            return true;
        }
        if (last instanceof Piece.Chars before && piece instanceof Piece.Chars now && before.to() == now.to()) {
            before.content().append(now.content());
            return true;
        }
        return false;
    }

    void replay() throws IOException {
        for (var piece : pieces) {
            piece.replay();
        }
    }

    boolean contains(List<Pattern> anyOf, @Nullable String contentType) {
        var text = text(declared(contentType));
        return anyOf.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private String text(@Nullable Charset declared) {
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        for (var piece : pieces) {
            if (piece instanceof Piece.Bytes run) {
                bytes.writeBytes(run.content().toByteArray());
            } else if (!(piece instanceof Piece.Flush)) {
                text.append(decode(bytes.toByteArray(), declared));
                bytes.reset();
                if (piece instanceof Piece.Chars run) {
                    text.append(run.content());
                } else if (piece instanceof Piece.Printed run) {
                    text.append(run.text());
                } else {
                    text.append('\n');
                }
            }
        }
        return text.append(decode(bytes.toByteArray(), declared)).toString();
    }

    private static String decode(byte[] bytes, @Nullable Charset declared) {
        if (declared != null) {
            return new String(bytes, declared);
        }
        // The last character may be cut by the bound, which is no error.
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var chars = CharBuffer.allocate(bytes.length);
        if (decoder.decode(ByteBuffer.wrap(bytes), chars, false).isError()) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return chars.flip().toString();
    }

    private static @Nullable Charset declared(@Nullable String contentType) {
        int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (contentType == null || at < 0) {
            return null;
        }
        var name = contentType
                .substring(at + "charset=".length())
                .split(";", 2)[0]
                .replace("\"", "")
                .strip();
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
