package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Files of stores that broke. They are renamed, and never deleted. */
final class BrokenFiles {
    private static final String UNREAD = EmbeddedDatabase.NAME + "-broken-";
    private static final String READ = EmbeddedDatabase.NAME + "-set-aside-";

    private BrokenFiles() {}

    /** Renames a folder's file, so that a new one can begin; returns its new name. */
    static Path setAside(Path folder, Instant now) throws StoreException {
        return move(EmbeddedDatabase.fileIn(folder), unread(folder, now));
    }

    /** The name of one that is still to be read. */
    static Path unread(Path folder, Instant now) {
        var time = now.toString().replaceAll("[^0-9TZ]", "");
        return folder.resolve(UNREAD + time + EmbeddedDatabase.SUFFIX);
    }

    /** Those that nobody has yet read what can be read of. */
    static List<Path> unread(Path folder) throws StoreException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> isUnread(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new StoreException("The store's folder " + folder + " cannot be listed.", failed);
        }
    }

    private static boolean isUnread(String name) {
        return name.startsWith(UNREAD) && name.endsWith(EmbeddedDatabase.SUFFIX);
    }

    /** What can be read of it has been. */
    static Path read(Path file) throws StoreException {
        var name = file.getFileName().toString().replace(UNREAD, READ);
        return move(file, file.resolveSibling(name));
    }

    /** With its journal, which comes last: what is left of it without its file is done again in the next file. */
    private static Path move(Path from, Path to) throws StoreException {
        try {
            var moved = Files.move(from, to);
            Journal.move(from, to);
            return moved;
        } catch (IOException failed) {
            throw new StoreException("The broken file " + from + " cannot be renamed. Move it away.", failed);
        }
    }

    /** After all that was in it has been moved; broken files stay. */
    static void deleteStore(Path folder) throws StoreException {
        try {
            Files.deleteIfExists(EmbeddedDatabase.fileIn(folder));
            Journal.delete(EmbeddedDatabase.fileIn(folder));
        } catch (IOException failed) {
            throw new StoreException("The store in " + folder + " was taken over and cannot be deleted.", failed);
        }
    }
}
