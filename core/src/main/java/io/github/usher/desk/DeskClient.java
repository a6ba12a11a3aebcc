package io.github.usher.desk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks the Usher that is running on a store's folder. */
public final class DeskClient {
    private final Path socket;

    private DeskClient(Path socket) {
        this.socket = socket;
    }

    /** A client of the Usher that runs there; null where none does. */
    public static @Nullable DeskClient of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        var socket = DeskSocket.toAsk(folder);
        if (!Files.exists(socket)) {
            return null;
        }
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(socket)).close();
            return new DeskClient(socket);
        } catch (ConnectException leftByOneThatDied) {
            return null;
        }
    }

    /** @throws DeskException where it is refused, or the other side goes away */
    public void serve(Order order, Answers to) throws DeskException {
        try (var wire = new Wire(SocketChannel.open(UnixDomainSocketAddress.of(socket)))) {
            wire.write(order);
            for (var document = wire.next(); document != null; document = wire.next()) {
                if (document.containsKey(Wire.FAILURE)) {
                    throw new DeskException(String.valueOf(document.get(Wire.FAILURE)));
                }
                if (document.containsKey(Wire.END)) {
                    return;
                }
                to.add(document);
            }
            throw new DeskException("The running Usher ended before it had answered.");
        } catch (IOException gone) {
            throw new DeskException("The running Usher went away: " + gone.getMessage(), gone);
        }
    }
}
