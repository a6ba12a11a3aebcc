package io.github.usher.servlet;

import io.github.usher.servlet.HeldOutput.Piece;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The site's writer, by the mode of its {@link SiteOutput}. All of {@link PrintWriter} ends in the methods overridden
 * here. Its lock is its own, taken before that of the container's writer and never after it.
 */
final class SiteWriter extends PrintWriter {
    private final PrintWriter writer;
    private final SiteOutput output;

    SiteWriter(PrintWriter writer, SiteOutput output) {
        super(Writer.nullWriter());
        this.writer = writer;
        this.output = output;
    }

    boolean isOf(PrintWriter other) {
        return writer == other;
    }

    @Override
    public void write(int c) {
        if (output.isPassing()) {
            writer.write(c);
        } else {
            write(new char[] {(char) c}, 0, 1);
        }
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        int kept = 0;
        if (output.isHolding()) {
            kept = output.room(length);
            output.add(new Piece.Chars(writer, new StringBuilder(kept).append(chars, offset, kept)));
            if (kept == length) {
                return;
            }
            decide();
        }
        if (output.isPassing()) {
            writer.write(chars, offset + kept, length - kept);
        }
    }

    @Override
    public void write(String text, int offset, int length) {
        int kept = 0;
        if (output.isHolding()) {
            kept = output.room(length);
            output.add(new Piece.Chars(writer, new StringBuilder(kept).append(text, offset, offset + kept)));
            if (kept == length) {
                return;
            }
            decide();
        }
        if (output.isPassing()) {
            writer.write(text, offset + kept, length - kept);
        }
    }

    @Override
    public void println() {
        if (output.isHolding()) {
            if (output.room(2) == 2) {
                output.add(new Piece.LineBreak(writer::println));
                return;
            }
            decide();
        }
        if (output.isPassing()) {
            writer.println();
        }
    }

    @Override
    public void flush() {
        if (output.isPassing()) {
            writer.flush();
        } else {
            output.add(new Piece.Flush(writer::flush));
        }
    }

    @Override
    public void close() {
        if (output.isPassing()) {
            writer.close();
        } else {
            output.add(new Piece.Flush(writer::close));
        }
    }

    @Override
    public boolean checkError() {
        return output.isPassing() ? writer.checkError() : super.checkError();
    }

    private void decide() {
        try {
            output.decide();
        } catch (IOException broken) {
            setError();
        }
    }
}
