package io.github.usher.scan;

import io.github.usher.site.SiteFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The XML descriptors of a site, read leniently; nothing that they name is fetched. */
final class Xml {
    private Xml() {}

    /** Those whose names end so, anywhere in the site. */
    static List<Document> files(SiteFiles site, String... ends) {
        var documents = new ArrayList<Document>();
        for (var path : site.paths()) {
            if (!path.endsWith(".xml") || !endsWith(path, ends)) {
                continue;
            }
            var document = document(site, path);
            if (document != null) {
                documents.add(document);
            }
        }
        return documents;
    }

    private static @Nullable Document document(SiteFiles site, String path) {
        try {
            return Jsoup.parse(new String(site.read(path), StandardCharsets.UTF_8), path, Parser.xmlParser());
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static boolean endsWith(String path, String... ends) {
        for (var end : ends) {
            if (path.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
