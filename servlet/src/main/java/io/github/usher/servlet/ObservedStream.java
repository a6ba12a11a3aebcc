package io.github.usher.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Hands every call on, and tells what came of it. Reads nothing by itself. */
final class ObservedStream extends ServletInputStream {
    private final ServletInputStream stream;
    private final BodyObservation observation;

    ObservedStream(ServletInputStream stream, BodyObservation observation) {
        this.stream = stream;
        this.observation = observation;
    }

    boolean isOf(ServletInputStream other) {
        return stream == other;
    }

    @Override
    public int read() throws IOException {
        int b = stream.read();
        if (b < 0) {
            observation.ended();
        } else {
            observation.bytesRead(new byte[] {(byte) b}, 0, 1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes) throws IOException {
        return observed(bytes, 0, stream.read(bytes));
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return observed(bytes, offset, stream.read(bytes, offset, length));
    }

    @Override
    public int readLine(byte[] bytes, int offset, int length) throws IOException {
        int count = stream.readLine(bytes, offset, length);
        return length <= 0 ? count : observed(bytes, offset, count);
    }

    private int observed(byte[] bytes, int offset, int count) {
        if (count < 0) {
            observation.ended();
        } else {
            observation.bytesRead(bytes, offset, count);
        }
        return count;
    }

    @Override
    public boolean isFinished() {
        boolean finished = stream.isFinished();
        if (finished) {
            observation.ended();
        }
        return finished;
    }

    @Override
    public boolean isReady() {
        return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        stream.setReadListener(listener);
    }

    @Override
    public int available() throws IOException {
        return stream.available();
    }

    @Override
    public boolean markSupported() {
        return stream.markSupported();
    }

    @Override
    public synchronized void mark(int limit) {
        stream.mark(limit);
        observation.marked();
    }

    @Override
    public synchronized void reset() throws IOException {
        stream.reset();
        observation.reset();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
