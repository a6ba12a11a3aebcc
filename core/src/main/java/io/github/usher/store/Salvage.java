package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import org.h2.mvstore.MVStoreTool;
import org.jspecify.annotations.Nullable;

/**
 * Reads what can be read of a broken file: as it is, or else as it was some commits before. It works on a copy; the file
 * itself stays as it was found.
 */
final class Salvage {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final int MOST_VERSIONS_BACK = 200;
    private static final int BLOCK = 4096;

    private final EmbeddedOpener opener;
    private final Path broken;
    private final Path folder;

    Salvage(EmbeddedOpener opener, Path broken) {
        this.opener = opener;
        this.broken = broken;
        this.folder = broken.resolveSibling("salvage");
    }

    void into(JdbcStore store, Instant now) throws StoreException {
        try {
            PrivateFiles.createFolders(folder);
            var result = read(store, now);
            var aside = BrokenFiles.read(broken);
            LOG.log(Level.ERROR, sentence(result, aside));
        } catch (IOException failed) {
            throw new StoreException("The broken file " + broken + " could not be looked through.", failed);
        } finally {
            delete();
        }
    }

    private static String sentence(Transfer.@Nullable Result result, Path aside) {
        if (result == null) {
            return "Nothing could be read of a store's file that was broken. It is kept as " + aside + ".";
        }
        return result.copied() + " submissions were taken over from a store's file that was broken or deleted"
                + (result.lost() == 0 ? "" : ", and " + result.lost() + " could not be read")
                + ". It is kept as " + aside + ".";
    }

    private Transfer.@Nullable Result read(JdbcStore store, Instant now) throws IOException, StoreException {
        var file = EmbeddedDatabase.fileIn(folder);
        Files.copy(broken, file, StandardCopyOption.REPLACE_EXISTING);
        var result = open(store, now);
        if (result != null) {
            return result;
        }
        var padded = padded();
        long version = Long.MAX_VALUE;
        for (int back = 0; result == null && back < MOST_VERSIONS_BACK && version >= 0; back++) {
            version = rollBack(padded, version, file) - 1;
            result = version < -1 ? null : open(store, now);
        }
        return result == null ? journalAlone(file, store, now) : result;
    }

    /** What came after the file was written last can be read without it. */
    private Transfer.@Nullable Result journalAlone(Path file, JdbcStore store, Instant now)
            throws IOException, StoreException {
        Files.deleteIfExists(file);
        var result = open(store, now);
        return result == null || result.copied() == 0 ? null : result;
    }

    /** A copy of whole blocks, since nothing else can be rolled back. */
    private Path padded() throws IOException {
        var padded = folder.resolve("padded");
        Files.copy(broken, padded, StandardCopyOption.REPLACE_EXISTING);
        long over = Files.size(padded) % BLOCK;
        if (over > 0) {
            Files.write(padded, new byte[(int) (BLOCK - over)], StandardOpenOption.APPEND);
        }
        return padded;
    }

    /** Null where it cannot be opened at all. */
    private Transfer.@Nullable Result open(JdbcStore into, Instant now) throws IOException, StoreException {
        Journal.copy(broken, EmbeddedDatabase.fileIn(folder));
        var copy = openCopy();
        if (copy == null) {
            return null;
        }
        try (copy) {
            return new Transfer(copy, into, now).whatCanBeRead();
        }
    }

    private @Nullable JdbcStore openCopy() {
        try {
            return opener.openCopy(folder);
        } catch (StoreException | BrokenFileException | RuntimeException unreadable) {
            LOG.log(Level.DEBUG, "The broken store cannot be opened as it is.", unreadable);
            return null;
        }
    }

    /** Makes that file what it was at the newest version up to that one; returns which; below zero: there is none. */
    private static long rollBack(Path padded, long version, Path file) throws IOException {
        try {
            long found = MVStoreTool.rollback(padded.toString(), version, Writer.nullWriter());
            Files.move(
                    padded.resolveSibling(padded.getFileName() + ".temp"), file, StandardCopyOption.REPLACE_EXISTING);
            return found;
        } catch (RuntimeException noVersion) {
            LOG.log(Level.DEBUG, "The broken store has no earlier version that could be read.", noVersion);
            return -1;
        }
    }

    private void delete() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Salvage::delete);
        } catch (IOException | UncheckedIOException failed) {
            LOG.log(Level.WARNING, "The folder " + folder + " is left over and may be deleted.", failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
