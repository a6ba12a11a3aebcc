package io.github.usher.servlet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that somebody may edit. Used by one thread. */
final class WatchedFile {
    private static final int NO_FILE = -1;

    private final Path file;
    private long lastModified;
    private long size;
    private int hash;
    private int looksWithoutIt;

    WatchedFile(Path file) {
        this.file = file;
        hasChanged();
    }

    /** Whether it was missing at this look and the one before, for the first time: an editor that renames is faster. */
    boolean hasGone() {
        return looksWithoutIt == 2;
    }

    /** Whether its content is another than at the last look. A file that is away for a moment has not changed. */
    boolean hasChanged() {
        try {
            long modifiedNow = Files.getLastModifiedTime(file).toMillis();
            long sizeNow = Files.size(file);
            looksWithoutIt = 0;
            if (modifiedNow == lastModified && sizeNow == size) {
                return false;
            }
            lastModified = modifiedNow;
            size = sizeNow;
            int hashNow = Arrays.hashCode(Files.readAllBytes(file));
            boolean changed = hashNow != hash;
            hash = hashNow;
            return changed;
        } catch (NoSuchFileException away) {
            lastModified = NO_FILE;
            looksWithoutIt++;
            return false;
        } catch (IOException unreadable) {
            lastModified = NO_FILE;
            return false;
        }
    }
}
