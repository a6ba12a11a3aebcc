package io.github.usher.scan;

import io.github.usher.page.PageReader;
import io.github.usher.site.SiteFiles;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the page that a handler means by a name. */
final class Views {
    private final SiteFiles site;
    private final List<String> pages;

    Views(SiteFiles site) {
        this.site = site;
        this.pages = site.paths().stream()
                .filter(PageReader::isPage)
                .sorted(Comparator.comparingInt(String::length))
                .toList();
    }

    /** The file of a view: a path, or a name that a framework puts a folder before and an ending behind; or null. */
    @Nullable
    String file(String view) {
        var bare = view.replaceFirst("[?#;].*", "").replaceFirst("^/+", "");
        if (bare.isEmpty() || bare.contains("*") || bare.contains(" ")) {
            return null;
        }
        if (site.serves(bare)) {
            return site.inWebRoot(bare);
        }
        boolean whole = bare.matches(".*\\.\\w+");
        for (var page : pages) {
            var name = whole ? page : page.replaceFirst("\\.\\w+$", "");
            if (name.equals(bare) || name.endsWith("/" + bare)) {
                return page;
            }
        }
        return null;
    }

    /** The path inside the application under which a file lies. */
    String path(String file) {
        return "/"
                + (file.startsWith(site.webRoot())
                        ? file.substring(site.webRoot().length())
                        : file);
    }

    /** Whether a browser can ask for the file itself. */
    boolean isPublic(String file) {
        return file.startsWith(site.webRoot())
                && !path(file).startsWith("/WEB-INF/")
                && !path(file).contains("/templates/");
    }
}
