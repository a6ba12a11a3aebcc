package io.github.usher.servlet;

import io.github.usher.servlet.HeldOutput.Piece;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body that the site writes: handed straight on, held back while it is looked at, or dropped.
 *
 * <p>The response below is asked for its stream or writer whenever the site asks, so that it sets the same headers and
 * throws the same exceptions. Held is at most {@value HeldOutput#MOST} bytes or characters; flushes are held with them
 * and come out between the same bytes. Not thread-safe, as responses are not.
 */
final class SiteOutput {
    /** Decides what becomes of a held body: calls {@link #release}, {@link #swallow}, or throws as the response would. */
    interface Decision {
        void decide() throws IOException;
    }

    private enum Mode {
        PASS,
        HOLD,
        SWALLOW
    }

    private final HttpServletResponse response;
    private final Decision onFull;
    private HeldOutput held = new HeldOutput();
    private Mode mode = Mode.PASS;
    private @Nullable SiteStream stream;
    private @Nullable SiteWriter writer;

    /**
     * @param response the container's
     * @param onFull called when no more can be held; a body that is still held afterwards is released
     */
    SiteOutput(HttpServletResponse response, Decision onFull) {
        this.response = response;
        this.onFull = onFull;
    }

    /** What the wrapper's {@code getOutputStream} gives. */
    ServletOutputStream stream() throws IOException {
        var below = response.getOutputStream();
        if (stream == null || !stream.isOf(below)) {
            stream = new SiteStream(below, this);
        }
        return stream;
    }

    /** What the wrapper's {@code getWriter} gives. */
    PrintWriter writer() throws IOException {
        var below = response.getWriter();
        if (writer == null || !writer.isOf(below)) {
            writer = new SiteWriter(below, this);
        }
        return writer;
    }

    /** What the wrapper's {@code flushBuffer} does. */
    void flushBuffer() throws IOException {
        if (isPassing()) {
            response.flushBuffer();
        } else {
            add(new Piece.Flush(response::flushBuffer));
        }
    }

    /** Keeps from now on what the site writes. Nothing reaches the response below. */
    void hold() {
        mode = Mode.HOLD;
    }

    /** Writes what is held into the response below, and hands everything on from now on. */
    void release() throws IOException {
        var pieces = held;
        held = new HeldOutput();
        mode = Mode.PASS;
        pieces.replay();
    }

    /** Drops what is held and goes on holding: for {@code reset}, {@code resetBuffer} and {@code sendError}. */
    void discard() {
        held = new HeldOutput();
    }

    /** Drops what is held, and everything that the site writes from now on. */
    void swallow() {
        held = new HeldOutput();
        mode = Mode.SWALLOW;
    }

    boolean isHolding() {
        return mode == Mode.HOLD;
    }

    boolean isPassing() {
        return mode == Mode.PASS;
    }

    /** Whether anything is held, be it that the site has flushed or closed nothing. */
    boolean hasHeldAny() {
        return mode == Mode.HOLD && !held.isEmpty();
    }

    /** Whether the site has flushed or closed what is held, and so takes its response for committed. */
    boolean siteHasCommitted() {
        return held.isFlushed();
    }

    /** Whether one of the patterns is found in what is held. */
    boolean contains(List<Pattern> anyOf) {
        return held.contains(anyOf, response.getContentType());
    }

    boolean isFull() {
        return held.room() == 0;
    }

    /** How much of {@code length} can be held; the rest goes by what is decided then. */
    int room(int length) {
        return Math.min(length, held.room());
    }

    /** Holds a piece that fits, or drops it. */
    void add(Piece piece) {
        if (mode == Mode.HOLD) {
            held.add(piece);
        }
    }

    /** No more can be held: lets the owner decide. */
    void decide() throws IOException {
        if (mode != Mode.HOLD) {
            return;
        }
        onFull.decide();
        if (mode == Mode.HOLD) {
            release();
        }
    }
}
