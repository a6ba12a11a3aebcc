package io.github.usher.servlet;

import io.github.usher.servlet.HeldOutput.Piece;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The site's stream, by the mode of its {@link SiteOutput}. */
final class SiteStream extends ServletOutputStream {
    private static final char LAST_OF_LATIN = 0xff;

    private final ServletOutputStream stream;
    private final SiteOutput output;

    SiteStream(ServletOutputStream stream, SiteOutput output) {
        this.stream = stream;
        this.output = output;
    }

    boolean isOf(ServletOutputStream other) {
        return stream == other;
    }

    @Override
    public void write(int b) throws IOException {
        if (output.isPassing()) {
            stream.write(b);
        } else {
            write(new byte[] {(byte) b}, 0, 1);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (output.isPassing()) {
            stream.write(bytes);
        } else {
            write(bytes, 0, bytes.length);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int kept = 0;
        if (output.isHolding()) {
            kept = output.room(length);
            var content = new ByteArrayOutputStream(kept);
            content.write(bytes, offset, kept);
            output.add(new Piece.Bytes(stream, content));
            if (kept == length) {
                return;
            }
            output.decide();
        }
        if (output.isPassing()) {
            stream.write(bytes, offset + kept, length - kept);
        }
    }

    /** Characters that a container may refuse are no matter for a hold: it must be the site that hears of it. */
    @Override
    public void print(String text) throws IOException {
        var given = String.valueOf(text);
        if (output.isHolding()) {
            boolean isLatin = given.chars().allMatch(c -> c <= LAST_OF_LATIN);
            if (isLatin && output.room(given.length()) == given.length()) {
                output.add(new Piece.Printed(stream, given));
                return;
            }
            output.decide();
        }
        if (output.isPassing()) {
            stream.print(text);
        }
    }

    @Override
    public void println() throws IOException {
        if (output.isHolding()) {
            if (output.room(2) == 2) {
                output.add(new Piece.LineBreak(stream::println));
                return;
            }
            output.decide();
        }
        if (output.isPassing()) {
            stream.println();
        }
    }

    @Override
    public void flush() throws IOException {
        if (output.isPassing()) {
            stream.flush();
        } else {
            output.add(new Piece.Flush(stream::flush));
        }
    }

    @Override
    public void close() throws IOException {
        if (output.isPassing()) {
            stream.close();
        } else {
            output.add(new Piece.Flush(stream::close));
        }
    }

    @Override
    public boolean isReady() {
        return stream.isReady();
    }

    /** Who writes without blocking cannot be held back: the container counts his writes. */
    @Override
    public void setWriteListener(WriteListener listener) {
        try {
            output.decide();
        } catch (IOException broken) {
            throw new IllegalStateException("The answer could not be written: " + broken, broken);
        }
        stream.setWriteListener(listener);
    }
}
