package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The folders of an embedded store: one for each application, and numbered ones beside it for those who found it locked.
 *
 * <p>Its place is {@code store.dir}, or else the first that can be written of {@code usher} and {@code logs/usher} in the
 * Tomcat and {@code .usher} at home: all of them survive a redeploy.
 */
final class StoreFolders {
    /** A context path holds no {@code ##}: no other application's folder is ever called so. */
    private static final String NUMBER = "##";

    private static final int MOST_FOLDERS = 50;
    private static final List<String> GONE_WITH_A_DEPLOYMENT = List.of("webapps", "work", "temp");

    private final Path base;

    private StoreFolders(Path base) {
        this.base = base;
    }

    /** @param dir {@code store.dir}; null where the config names none */
    static StoreFolders of(@Nullable Path dir, StoreSite site) throws StoreException {
        if (dir != null) {
            var root = site.serverBase() == null
                    ? dir.toAbsolutePath()
                    : site.serverBase().resolve(dir);
            refuseIfItGoes(root.normalize(), site);
            return new StoreFolders(root.resolve(site.application()));
        }
        var candidates = candidates(site);
        for (var candidate : candidates) {
            if (isWritable(candidate)) {
                return new StoreFolders(candidate.resolve(site.application()));
            }
        }
        throw new StoreException(
                "None of " + candidates.stream().map(Path::toString).collect(Collectors.joining(", "))
                        + " can be written. Name a folder with store.dir.");
    }

    private static void refuseIfItGoes(Path root, StoreSite site) throws StoreException {
        var server = site.serverBase();
        if (server == null) {
            return;
        }
        for (var name : GONE_WITH_A_DEPLOYMENT) {
            if (root.startsWith(server.resolve(name).normalize())) {
                throw new StoreException("store.dir is " + root + ": what lies under " + name
                        + " goes with the next deployment. Name a folder elsewhere.");
            }
        }
    }

    private static List<Path> candidates(StoreSite site) {
        var candidates = new ArrayList<Path>();
        var server = site.serverBase();
        if (server != null) {
            candidates.add(server.resolve("usher"));
            candidates.add(server.resolve("logs").resolve("usher"));
        }
        candidates.add(site.home().resolve(".usher"));
        return candidates;
    }

    private static boolean isWritable(Path folder) {
        try {
            PrivateFiles.createFolders(folder);
            return Files.isWritable(folder);
        } catch (IOException | SecurityException no) {
            return false;
        }
    }

    /** The application's own folder. */
    Path first() {
        return base;
    }

    /** The first that nobody holds. */
    LockedFolder lock() throws StoreException {
        for (int number = 1; number <= MOST_FOLDERS; number++) {
            var locked = LockedFolder.lock(numbered(number));
            if (locked != null) {
                return locked;
            }
        }
        throw new StoreException("The store " + base + " and " + (MOST_FOLDERS - 1)
                + " numbered folders beside it are all in use by other processes.");
    }

    /** Those others that hold a store, whether somebody uses them or not. */
    List<Path> others(Path mine) {
        var others = new ArrayList<Path>();
        for (int number = 1; number <= MOST_FOLDERS; number++) {
            var folder = numbered(number);
            if (!folder.equals(mine) && Files.exists(EmbeddedDatabase.fileIn(folder))) {
                others.add(folder);
            }
        }
        return others;
    }

    private Path numbered(int number) {
        return number == 1 ? base : base.resolveSibling(base.getFileName() + NUMBER + number);
    }
}
