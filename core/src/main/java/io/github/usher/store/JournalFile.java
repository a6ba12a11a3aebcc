package io.github.usher.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One file of a journal: entries one after the other, each with its length and a checksum. What follows the last whole one
 * was being written when everything ended; nobody was told that it is kept. For one thread at a time.
 */
final class JournalFile implements AutoCloseable {
    /** The length of what follows, its checksum, and the position. */
    private static final int HEAD = Integer.BYTES + Integer.BYTES + Long.BYTES;
    /** Small enough for the buffer that each thread keeps for its writing. */
    private static final int AT_ONCE = 64 << 10;

    private final Path path;
    private final FileChannel channel;
    private long size;

    /** Makes the file where it is missing. */
    JournalFile(Path path) throws IOException {
        PrivateFiles.createFile(path);
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.size = channel.size();
    }

    /** An entry as it lies in the file. */
    static byte[] entry(long position, List<Change> changes) {
        var content = ChangeCodec.bytes(changes);
        var entry = ByteBuffer.allocate(HEAD + content.length);
        entry.putInt(content.length).putInt(checksum(position, content)).putLong(position);
        return entry.put(content).array();
    }

    private static int checksum(long position, byte[] content) {
        var sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, position));
        sum.update(content);
        return (int) sum.getValue();
    }

    /** All that are whole; what is appended from now on follows the last of them. */
    List<Entry> read() throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        var entries = new ArrayList<Entry>();
        size = 0;
        while (bytes.remaining() >= HEAD) {
            int length = bytes.getInt();
            int checksum = bytes.getInt();
            long position = bytes.getLong();
            if (length < 0 || length > bytes.remaining()) {
                break;
            }
            var content = new byte[length];
            bytes.get(content);
            if (checksum != checksum(position, content)) {
                break;
            }
            entries.add(new Entry(position, ChangeCodec.changes(content)));
            size = bytes.position();
        }
        return entries;
    }

    /** Returns once it is on the disk. */
    void append(byte[] entries) throws IOException {
        for (int from = 0; from < entries.length; ) {
            var some = ByteBuffer.wrap(entries, from, Math.min(AT_ONCE, entries.length - from));
            from += channel.write(some, size + from);
        }
        channel.force(false);
        size += entries.length;
    }

    long size() {
        return size;
    }

    void clear() throws IOException {
        channel.truncate(0);
        size = 0;
    }

    boolean isThere() {
        return Files.exists(path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** @param position rises from entry to entry */
    record Entry(long position, List<Change> changes) {}
}
