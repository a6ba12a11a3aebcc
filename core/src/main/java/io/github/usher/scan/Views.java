package io.github.usher.scan;

import io.github.usher.page.PageReader;
import io.github.usher.scan.Outcome.Way;
import io.github.usher.site.SiteFiles;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the page that a handler means by a name. */
final class Views {
    private final SiteFiles site;
    private final List<String> pages;
    private final Tiles tiles;

    Views(SiteFiles site) {
        this.site = site;
        this.tiles = new Tiles(site);
        this.pages = site.paths().stream()
                .filter(PageReader::isPage)
                .sorted(Comparator.comparingInt(String::length))
                .toList();
    }

    /** The file of a view: a path, or a name that a framework puts a folder before and an ending behind; or null. */
    @Nullable
    String file(String view) {
        var body = tiles.body(view);
        if (body != null) {
            return body;
        }
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

    /** How a handler answers that names a view, which is a page or a definition of Tiles. */
    Outcome outcome(Way way, String view, String name) {
        var body = tiles.body(view);
        return body == null ? new Outcome(way, view, name) : new Outcome(Way.PAGE, body, name);
    }

    /** How a handler answers that names a view as Spring's do, or null where there is no such page. */
    @Nullable
    Outcome shown(String view, String name) {
        var file = file(view);
        if (file == null) {
            return null;
        }
        boolean forwarded = tiles.body(view) == null && file.matches(".*\\.jspx?");
        return forwarded ? new Outcome(Way.FORWARD, path(file), name) : new Outcome(Way.PAGE, file, name);
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
