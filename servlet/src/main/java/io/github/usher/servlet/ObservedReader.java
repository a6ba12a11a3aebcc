package io.github.usher.servlet;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Hands every call on, and tells what came of it. Reads nothing by itself.
 *
 * <p>Lines are put together here, as the reader below would not tell which line break it has dropped. What
 * {@link BufferedReader} keeps for itself stays unused.
 */
final class ObservedReader extends BufferedReader {
    private final BufferedReader reader;
    private final BodyObservation observation;
    private boolean afterReturn;
    private boolean markedAfterReturn;

    ObservedReader(BufferedReader reader, BodyObservation observation) {
        super(reader, 1);
        this.reader = reader;
        this.observation = observation;
    }

    boolean isOf(BufferedReader other) {
        return reader == other;
    }

    @Override
    public int read() throws IOException {
        int c = one();
        if (afterReturn) {
            afterReturn = false;
            return c == '\n' ? one() : c;
        }
        return c;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (!afterReturn || length <= 0) {
            return some(chars, offset, length);
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        chars[offset] = (char) first;
        if (length == 1 || !reader.ready()) {
            return 1;
        }
        return 1 + Math.max(0, some(chars, offset + 1, length - 1));
    }

    @Override
    public @Nullable String readLine() throws IOException {
        int c = read();
        if (c < 0) {
            return null;
        }
        var line = new StringBuilder();
        while (c >= 0 && c != '\n' && c != '\r') {
            line.append((char) c);
            c = one();
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    @Override
    public long skip(long count) throws IOException {
        if (count < 0) {
            throw new IllegalArgumentException("skip value is negative");
        }
        var passed = new char[(int) Math.min(count, 8 * 1024)];
        long left = count;
        while (left > 0) {
            int read = read(passed, 0, (int) Math.min(left, passed.length));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return count - left;
    }

    private int one() throws IOException {
        int c = reader.read();
        if (c < 0) {
            observation.ended();
        } else {
            observation.charsRead(new char[] {(char) c}, 0, 1);
        }
        return c;
    }

    private int some(char[] chars, int offset, int length) throws IOException {
        int count = reader.read(chars, offset, length);
        if (count < 0) {
            observation.ended();
        } else {
            observation.charsRead(chars, offset, count);
        }
        return count;
    }

    @Override
    public boolean ready() throws IOException {
        return reader.ready();
    }

    @Override
    public boolean markSupported() {
        return reader.markSupported();
    }

    @Override
    public void mark(int limit) throws IOException {
        reader.mark(limit);
        observation.marked();
        markedAfterReturn = afterReturn;
    }

    @Override
    public void reset() throws IOException {
        reader.reset();
        observation.reset();
        afterReturn = markedAfterReturn;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
