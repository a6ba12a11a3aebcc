package io.github.usher.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NavigableSet;

/**
 * The files of a site. Nothing is unpacked and nothing is kept: a file is in memory only while it is read. For one
 * thread.
 */
public sealed interface SiteFiles extends AutoCloseable permits WarFile, Folder, LooseFile {
    /** The most bytes of one file that {@link #read} gives. */
    int MOST_BYTES = 4 << 20;

    /**
     * Opens a WAR or another zip, a folder (unpacked, or the sources of a site), or one file.
     *
     * @throws IOException where there is no such file, or it cannot be read
     */
    static SiteFiles open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Folder.of(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(war|zip|jar|ear)") ? new WarFile(path) : new LooseFile(path);
    }

    /** All files, with {@code /} between folders and without one in front, such as {@code WEB-INF/web.xml}. */
    NavigableSet<String> paths();

    /**
     * The bytes of a file.
     *
     * @throws IOException where there is no such file, or it cannot be read
     */
    InputStream stream(String path) throws IOException;

    /**
     * The folder that a container serves from, with {@code /} at its end: {@code ""} in a WAR, {@code src/main/webapp/}
     * in the sources of one. It is where {@code WEB-INF} lies; without that it is {@code ""}.
     */
    String webRoot();

    /** The first {@link #MOST_BYTES} bytes of a file. */
    default byte[] read(String path) throws IOException {
        try (var content = stream(path)) {
            return content.readNBytes(MOST_BYTES);
        }
    }

    /** Whether there is such a file below {@link #webRoot()}; with or without a {@code /} in front. */
    default boolean serves(String path) {
        return paths().contains(inWebRoot(path));
    }

    /** The file that a path inside the application stands for. */
    default String inWebRoot(String path) {
        return webRoot() + (path.startsWith("/") ? path.substring(1) : path);
    }

    @Override
    void close() throws IOException;
}
