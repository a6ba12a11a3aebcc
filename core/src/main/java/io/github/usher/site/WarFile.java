package io.github.usher.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A WAR, read in place. */
final class WarFile implements SiteFiles {
    private final ZipFile zip;
    private final NavigableSet<String> paths = new TreeSet<>();
    private final String webRoot;

    WarFile(Path file) throws IOException {
        zip = opened(file);
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> paths.add(entry.getName()));
        webRoot = WebRoot.of(paths);
    }

    /** Names that are no UTF-8 come from old tools on old systems; any single-byte charset finds the file again. */
    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException bad) {
            try {
                return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
            } catch (ZipException noZip) {
                throw new IOException(file + " is no WAR: " + noZip.getMessage(), bad);
            }
        }
    }

    @Override
    public NavigableSet<String> paths() {
        return paths;
    }

    @Override
    public InputStream stream(String path) throws IOException {
        var entry = zip.getEntry(path);
        if (entry == null) {
            throw new NoSuchFileException(path);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public String webRoot() {
        return webRoot;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
