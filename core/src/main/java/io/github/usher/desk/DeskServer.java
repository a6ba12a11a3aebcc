package io.github.usher.desk;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Serves the command line while the site runs: a Unix domain socket that only the owner of the store's folder can open,
 * and one thread, which serves one order after another and ends with {@link #close}.
 */
public final class DeskServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration END_WITHIN = Duration.ofSeconds(3);

    private final Path folder;
    private final Desk desk;
    private final ScheduledExecutorService timer;
    private final ServerSocketChannel listening;
    private final Thread thread;
    private volatile boolean closed;

    private DeskServer(
            Path folder, Desk desk, ScheduledExecutorService timer, ServerSocketChannel listening, String name) {
        this.folder = folder;
        this.desk = desk;
        this.timer = timer;
        this.listening = listening;
        this.thread = new Thread(this::serve, "usher-desk" + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(DeskServer.class.getClassLoader());
    }

    /**
     * Listens from now on.
     *
     * @param folder of the store, which no other server uses
     * @param timer ends a conversation that takes too long
     * @param name tells the threads of one application from those of another
     * @throws IOException where no socket can be made there
     */
    public static DeskServer start(Path folder, Desk desk, ScheduledExecutorService timer, String name)
            throws IOException {
        var socket = DeskSocket.toListen(folder);
        var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listening.bind(UnixDomainSocketAddress.of(socket));
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException | RuntimeException failed) {
            listening.close();
            throw failed;
        }
        var server = new DeskServer(folder, desk, timer, listening, name);
        server.thread.start();
        return server;
    }

    private void serve() {
        while (!closed) {
            try (var wire = listening.accept()) {
                var patience = timer.schedule(() -> end(wire), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
                converse(new Wire(wire));
                patience.cancel(false);
            } catch (AsynchronousCloseException closing) {
                return;
            } catch (IOException | RuntimeException failed) {
                if (!closed) {
                    LOG.log(
                            Level.DEBUG,
                            "The command line went away: {0}",
                            failed.getClass().getName());
                }
            }
        }
    }

    private void converse(Wire wire) throws IOException {
        try {
            desk.serve(wire.order(), document -> {
                try {
                    wire.write(document);
                } catch (IOException gone) {
                    throw new DeskException("The command line went away.", gone);
                }
            });
            wire.writeOnly(Wire.END, "");
        } catch (DeskException refused) {
            wire.writeOnly(Wire.FAILURE, String.valueOf(refused.getMessage()));
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.ERROR,
                    "An order of the command line failed with "
                            + failed.getClass().getName() + ".");
            wire.writeOnly(
                    Wire.FAILURE,
                    "Usher failed at that with " + failed.getClass().getName() + ".");
        }
    }

    private static void end(SocketChannel wire) {
        try {
            wire.close();
        } catch (IOException gone) {
            LOG.log(
                    Level.DEBUG,
                    "A connection of the command line was gone already: {0}",
                    gone.getClass().getName());
        }
    }

    /** Ends the thread and takes the socket away. */
    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
            thread.interrupt();
            thread.join(END_WITHIN.toMillis());
            DeskSocket.clear(folder);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "The socket of the command line in " + folder + " stays: " + failed.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
