package io.github.usher.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.usher.guess.PageField;
import io.github.usher.site.SiteFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A site made of a few files, and its pages. */
final class Pages {
    private final Path folder;

    Pages(Path folder) {
        this.folder = folder;
    }

    Pages with(String path, String text) throws IOException {
        return with(path, text, UTF_8);
    }

    Pages with(String path, String text, Charset charset) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(charset));
        return this;
    }

    Page read(String path) throws IOException {
        try (var site = SiteFiles.open(folder)) {
            return new PageReader(site, Frameworks.USUAL).read(path);
        }
    }

    FoundForm form(String path) throws IOException {
        return read(path).forms().get(0);
    }

    /** Each field as {@code name|type|label}. */
    List<String> fields(String path) throws IOException {
        return form(path).form().fields().stream().map(Pages::told).toList();
    }

    static String told(PageField field) {
        return field.name() + "|" + field.type() + "|" + field.label();
    }
}
