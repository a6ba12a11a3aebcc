package io.github.usher.servlet;

import io.github.usher.desk.Desk;
import io.github.usher.desk.DeskServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Lets the command line ask the Usher that runs, from when its store has a folder until it ends. A store elsewhere, as a
 * shared database, needs no desk: the command line opens that by itself. For one thread, and {@link #close}.
 */
final class CommandDesk implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final Desk desk;
    private final ScheduledExecutorService timer;
    private final String name;
    private @Nullable DeskServer server;
    private boolean refused;
    private boolean closed;

    /** @param name tells the threads of one application from those of another */
    CommandDesk(Desk desk, ScheduledExecutorService timer, String name) {
        this.desk = desk;
        this.timer = timer;
        this.name = name;
    }

    /** @param where the store keeps things */
    synchronized void look(String where) {
        var folder = folder(where);
        if (closed || refused || server != null || folder == null) {
            return;
        }
        try {
            server = DeskServer.start(folder, desk, timer, name);
        } catch (IOException | RuntimeException failed) {
            refused = true;
            LOG.log(
                    Level.WARNING,
                    "The command line cannot ask this Usher while it runs: there can be no socket in " + folder + " ("
                            + failed.getMessage() + ").");
        }
    }

    private static @Nullable Path folder(String where) {
        try {
            var folder = Path.of(where);
            return folder.isAbsolute() && Files.isDirectory(folder) ? folder : null;
        } catch (InvalidPathException elsewhere) {
            return null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
    }
}
