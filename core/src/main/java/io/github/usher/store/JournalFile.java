package io.github.usher.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

/**
 * One file of a journal: entries one after the other, each with its length and a checksum. What follows the last whole one
 * was being written when everything ended, and nobody was told that it is kept; or it was there before the file was begun
 * anew. For one thread at a time, but for its size.
 */
final class JournalFile implements AutoCloseable {
    /** The length of what follows, its checksum, and the position. */
    private static final int HEAD = Integer.BYTES + Integer.BYTES + Long.BYTES;
    /** Small enough for the buffer that each thread keeps for its writing. */
    private static final int AT_ONCE = 64 << 10;

    private final Path path;
    private final FileChannel channel;
    private final AtomicLong size;

    /** Makes the file where it is missing. */
    JournalFile(Path path) throws IOException {
        PrivateFiles.createFile(path);
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.size = new AtomicLong(channel.size());
    }

    private static byte[] bytes(Entry entry) {
        var content = ChangeCodec.bytes(entry.changes());
        var bytes = ByteBuffer.allocate(HEAD + content.length);
        bytes.putInt(content.length).putInt(checksum(entry.position(), content)).putLong(entry.position());
        return bytes.put(content).array();
    }

    private static int checksum(long position, byte[] content) {
        var sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, position));
        sum.update(content);
        return (int) sum.getValue();
    }

    /** All that are whole and follow each other; what is appended from now on follows the last of them. */
    List<Entry> read() throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        var entries = new ArrayList<Entry>();
        size.set(0);
        while (bytes.remaining() >= HEAD) {
            int length = bytes.getInt();
            int checksum = bytes.getInt();
            long position = bytes.getLong();
            if (length < 0 || length > bytes.remaining()) {
                break;
            }
            var content = new byte[length];
            bytes.get(content);
            if (checksum != checksum(position, content) || !follows(position, entries)) {
                break;
            }
            entries.add(new Entry(position, ChangeCodec.changes(content)));
            size.set(bytes.position());
        }
        return entries;
    }

    private static boolean follows(long position, List<Entry> entries) {
        return entries.isEmpty() || position == entries.get(entries.size() - 1).position() + 1;
    }

    /** Returns once it is on the disk. */
    void append(List<Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        entries.forEach(entry -> bytes.writeBytes(bytes(entry)));
        append(bytes.toByteArray());
    }

    private void append(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            var some = ByteBuffer.wrap(bytes, from, Math.min(AT_ONCE, bytes.length - from));
            from += channel.write(some, size.get() + from);
        }
        channel.force(false);
        size.addAndGet(bytes.length);
    }

    /** Bytes, at once: whoever asks does not wait for what is being written. */
    long size() {
        return size.get();
    }

    /**
     * What is appended from now on takes the place of what is there. That belongs to the file already, so that the disk has
     * nothing to note but what is written: a sync takes 85 µs where it takes 140 as a file grows (ext4).
     */
    void beginAnew() {
        size.set(0);
    }

    /** Nothing stays of what was there before it was begun anew. */
    void cutOff() throws IOException {
        channel.truncate(size.get());
    }

    void clear() throws IOException {
        beginAnew();
        cutOff();
    }

    boolean isThere() {
        return Files.exists(path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** @param position one more than that of the entry before */
    record Entry(long position, List<Change> changes) {}
}
