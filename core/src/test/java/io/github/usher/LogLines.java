package io.github.usher;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Usher says in the log from now on, until it is closed. */
public final class LogLines extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("io.github.usher");
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    public static LogLines listen() {
        var listening = new LogLines();
        listening.logger.addHandler(listening);
        return listening;
    }

    /** The sentences, without stack traces. */
    public List<String> said() {
        return lines.stream().map(LogRecord::getMessage).toList();
    }

    /** The sentences that somebody must act on. */
    public List<String> errors() {
        return lines.stream()
                .filter(line -> line.getLevel().equals(Level.SEVERE))
                .map(LogRecord::getMessage)
                .toList();
    }

    /** Those sentences that come with a stack trace. */
    public List<String> traced() {
        return lines.stream()
                .filter(line -> line.getThrown() != null)
                .map(LogRecord::getMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
