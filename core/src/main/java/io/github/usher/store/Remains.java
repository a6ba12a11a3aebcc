package io.github.usher.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that was deleted or moved while it was open: whoever holds it can still read all of it, and nobody else. */
final class Remains implements AutoCloseable {
    private final FileChannel channel;

    Remains(FileChannel channel) {
        this.channel = channel;
    }

    void copyTo(Path file) throws IOException {
        PrivateFiles.createFile(file);
        try (var copy = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long size = channel.size();
            for (long at = 0; at < size; ) {
                at += channel.transferTo(at, size - at, copy);
            }
            copy.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
