package io.github.usher.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** A folder: a WAR unpacked, or the sources of one. */
final class Folder implements SiteFiles {
    private static final Set<String> SKIPPED = Set.of("node_modules", "bower_components", ".git", ".svn", ".hg", "CVS");

    private final Path root;
    private final NavigableSet<String> paths;
    private final String webRoot;

    private Folder(Path root, NavigableSet<String> paths) {
        this.root = root;
        this.paths = paths;
        this.webRoot = WebRoot.of(paths);
    }

    static Folder of(Path root) throws IOException {
        var paths = new TreeSet<String>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = folder.getFileName();
                boolean skipped = !folder.equals(root) && name != null && SKIPPED.contains(name.toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    paths.add(root.relativize(file).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return new Folder(root, paths);
    }

    @Override
    public NavigableSet<String> paths() {
        return paths;
    }

    @Override
    public InputStream stream(String path) throws IOException {
        return Files.newInputStream(root.resolve(path));
    }

    @Override
    public String webRoot() {
        return webRoot;
    }

    @Override
    public void close() {}
}
