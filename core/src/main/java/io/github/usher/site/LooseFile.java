package io.github.usher.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One page by itself. What it includes is looked for beside it. */
final class LooseFile implements SiteFiles {
    private final Path folder;
    private final NavigableSet<String> paths = new TreeSet<>();

    LooseFile(Path file) {
        var parent = file.toAbsolutePath().getParent();
        folder = parent == null ? file.toAbsolutePath() : parent;
        paths.add(file.getFileName().toString());
    }

    @Override
    public NavigableSet<String> paths() {
        return paths;
    }

    @Override
    public boolean serves(String path) {
        var file = folder.resolve(inWebRoot(path)).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file);
    }

    @Override
    public InputStream stream(String path) throws IOException {
        return Files.newInputStream(folder.resolve(path));
    }

    @Override
    public String webRoot() {
        return "";
    }

    @Override
    public void close() {}
}
