package io.github.usher.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the socket lies: {@code usher.sock} in the store's folder. The system bounds the length of such a path (some 100
 * bytes); in a deeper folder the socket lies in a private folder of its own under the temporary files, and {@code
 * usher.sock.place} says where.
 */
final class DeskSocket {
    private static final String NAME = "usher.sock";
    private static final String PLACE = "usher.sock.place";
    private static final int LONGEST = 100;

    private DeskSocket() {}

    /** Where a server is to listen; what an earlier one left is cleared away. */
    static Path toListen(Path folder) throws IOException {
        clear(folder);
        var own = folder.toAbsolutePath().resolve(NAME);
        if (own.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return own;
        }
        var elsewhere = Files.createTempDirectory(
                        "usher", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                .resolve(NAME);
        Files.writeString(folder.resolve(PLACE), elsewhere.toString());
        return elsewhere;
    }

    /** Where a server of that folder listens, if there is one. */
    static Path toAsk(Path folder) throws IOException {
        var place = folder.resolve(PLACE);
        return Files.exists(place)
                ? Path.of(Files.readString(place).strip())
                : folder.toAbsolutePath().resolve(NAME);
    }

    static void clear(Path folder) throws IOException {
        var socket = toAsk(folder);
        Files.deleteIfExists(socket);
        if (Files.deleteIfExists(folder.resolve(PLACE))) {
            var parent = socket.getParent();
            if (parent != null) {
                Files.deleteIfExists(parent);
            }
        }
    }
}
