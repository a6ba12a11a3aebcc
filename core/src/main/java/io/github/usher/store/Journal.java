package io.github.usher.store;

import io.github.usher.store.JournalFile.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was changed since the database's own file was written last, in two files that take turns: while the database is
 * written, what comes goes to the other one. The first stays for a while: should what was written last of the database turn
 * out to be broken, it is there once more. Thread-safe.
 */
final class Journal implements AutoCloseable {
    private static final List<String> SUFFIXES = List.of("-a.journal", "-b.journal");

    private final List<JournalFile> files;
    private volatile int current;
    private long last;
    /** Not yet in a file; guards itself and {@link #last}. */
    private final List<Entry> added = new ArrayList<>();

    /** @param database its file, beside which the journal lies */
    Journal(Path database) throws IOException {
        var paths = filesOf(database);
        this.files = List.of(new JournalFile(paths.get(0)), new JournalFile(paths.get(1)));
    }

    /** Where the files of that database's journal are, or would be: a pair for each file, always in the same order. */
    static List<Path> filesOf(Path database) {
        var name = database.getFileName().toString();
        var bare = name.substring(0, name.length() - EmbeddedDatabase.SUFFIX.length());
        return SUFFIXES.stream()
                .map(suffix -> database.resolveSibling(bare + suffix))
                .toList();
    }

    /** All that is in the files, in its order. */
    synchronized List<Entry> read() throws IOException {
        var entries = new ArrayList<Entry>();
        for (var file : files) {
            entries.addAll(file.read());
        }
        entries.sort(Comparator.comparingLong(Entry::position));
        return entries;
    }

    /** The position from which on it goes up. */
    void goOnFrom(long position) {
        synchronized (added) {
            last = position;
        }
    }

    /** The position of what is added next. By whoever changes something, which is one at a time. */
    long next() {
        synchronized (added) {
            return last + 1;
        }
    }

    /** It is in a file and on the disk after the next {@link #write}. */
    void add(long position, List<Change> changes) {
        synchronized (added) {
            added.add(new Entry(position, changes));
            last = position;
        }
    }

    /** Returns once all that was added before is on the disk. */
    synchronized void write() throws IOException {
        List<Entry> entries;
        synchronized (added) {
            entries = List.copyOf(added);
            added.clear();
        }
        if (!entries.isEmpty()) {
            files.get(current).append(entries);
        }
    }

    /** What is written from now on goes to the other file, in place of what the database has long had. */
    synchronized void turn() {
        int next = other();
        // First: whoever asks for the size meanwhile would see what the file had before.
        files.get(next).beginAnew();
        current = next;
    }

    /** Of what was written before the turn before the last one nothing stays. */
    synchronized void cutOff() throws IOException {
        files.get(current).cutOff();
    }

    /** Of what was written before the last turn nothing is wanted any more. */
    synchronized void clearOther() throws IOException {
        files.get(other()).clear();
    }

    /** The database's own file has all of it. */
    synchronized void clear() throws IOException {
        for (var file : files) {
            file.clear();
        }
    }

    private int other() {
        return 1 - current;
    }

    /** Bytes in the file that is being written; at once, whatever is being written. */
    long size() {
        return files.get(current).size();
    }

    /** Whether nobody took a file away. */
    boolean isThere() {
        return files.stream().allMatch(JournalFile::isThere);
    }

    @Override
    public synchronized void close() throws IOException {
        for (var file : files) {
            file.close();
        }
    }

    static void delete(Path database) throws IOException {
        for (var file : filesOf(database)) {
            Files.deleteIfExists(file);
        }
    }

    /** That of one database becomes that of another, as far as it is there. */
    static void move(Path database, Path other) throws IOException {
        eachThatIsThere(database, other, (from, to) -> Files.move(from, to, StandardCopyOption.REPLACE_EXISTING));
    }

    /** The same, and it stays what it was. */
    static void copy(Path database, Path other) throws IOException {
        eachThatIsThere(database, other, (from, to) -> Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING));
    }

    private static void eachThatIsThere(Path database, Path other, Step step) throws IOException {
        var from = filesOf(database);
        var to = filesOf(other);
        for (int i = 0; i < from.size(); i++) {
            if (Files.exists(from.get(i))) {
                step.take(from.get(i), to.get(i));
            }
        }
    }

    /** What is done with a file and another name. */
    @FunctionalInterface
    private interface Step {
        void take(Path from, Path to) throws IOException;
    }
}
