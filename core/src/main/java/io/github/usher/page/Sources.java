package io.github.usher.page;

import io.github.usher.site.SiteFiles;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of a site's files, and which of them are parts of others. */
final class Sources {
    private final SiteFiles site;
    private final Set<String> included = new HashSet<>();

    Sources(SiteFiles site) {
        this.site = site;
    }

    String text(String path) throws IOException {
        return Encoding.decode(site.read(path));
    }

    /**
     * The file that an include names, or null where there is none.
     *
     * @param from the file with the include
     * @param reference as written: from the root of the site where it begins with {@code /}, else beside the file
     */
    @Nullable
    String included(String from, String reference) {
        var bare = reference.replaceFirst("[?#;].*", "").strip();
        if (bare.isEmpty() || bare.contains("://") || bare.contains("*")) {
            return null;
        }
        var found = find(from, bare);
        if (found != null && !found.equals(from)) {
            included.add(found);
        }
        return found;
    }

    private @Nullable String find(String from, String reference) {
        var beside = Paths.beside(from, reference);
        if (!reference.startsWith("/") && has(beside)) {
            return beside;
        }
        if (site.serves(reference)) {
            return site.inWebRoot(reference);
        }
        return inFolderAbove(from, reference.startsWith("/") ? reference.substring(1) : reference);
    }

    /** Templates name one another from a root that only their engine knows. */
    private @Nullable String inFolderAbove(String from, String reference) {
        for (var folder = Paths.folder(from);
                !folder.isEmpty();
                folder = Paths.folder(folder.substring(0, folder.length() - 1))) {
            if (has(folder + reference)) {
                return folder + reference;
            }
        }
        return has(reference) ? reference : null;
    }

    private boolean has(String path) {
        return site.paths().contains(path) || (site.webRoot().isEmpty() && site.serves(path));
    }

    /** Whether another page was seen to include it. */
    boolean isPartOfAnother(String path) {
        return included.contains(path);
    }
}
