package io.github.usher.scan;

import io.github.usher.page.PageReader;
import io.github.usher.site.SiteFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of Tiles, of all its versions. What is forwarded to is the layout, which is the same for all of them:
 * only the page that is put into it tells one answer from another.
 */
final class Tiles {
    private final Map<String, String> bodies = new LinkedHashMap<>();

    Tiles(SiteFiles site) {
        for (var file : Xml.files(site, ".xml")) {
            for (var definition : file.select("tiles-definitions > definition[name]")) {
                var body = body(definition);
                if (!body.isEmpty() && site.serves(body)) {
                    bodies.putIfAbsent(definition.attr("name"), site.inWebRoot(body));
                }
            }
        }
    }

    private static String body(Element definition) {
        var body = "";
        for (var put : definition.select("> put, > put-attribute")) {
            var value = put.hasAttr("value") ? put.attr("value") : put.text().strip();
            boolean page = value.startsWith("/") && PageReader.isPage(value);
            if (page && (body.isEmpty() || put.attr("name").matches("(?i).*(body|content|main).*"))) {
                body = value;
            }
        }
        return body;
    }

    /** The page that a definition puts into its layout, or null where there is no such definition. */
    @Nullable
    String body(String name) {
        return bodies.get(name);
    }
}
