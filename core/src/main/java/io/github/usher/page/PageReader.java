package io.github.usher.page;

import io.github.usher.site.SiteFiles;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;

/** Reads the pages of one site. For one thread. */
public final class PageReader {
    private static final Set<String> PAGES = Set.of(
            "jsp",
            "jspx",
            "jspf",
            "tag",
            "tagx",
            "html",
            "htm",
            "xhtml",
            "jsf",
            "ftl",
            "ftlh",
            "vm",
            "vtl",
            "shtml",
            "php",
            "phtml",
            "erb",
            "twig",
            "hbs",
            "mustache",
            "inc",
            "tpl",
            "thtml",
            "asp",
            "aspx",
            "cshtml",
            "ejs",
            "jinja",
            "j2",
            "njk",
            "liquid",
            "vue",
            "svelte",
            "jsx",
            "tsx");

    private final Sources sources;
    private final Renderer renderer;
    private final Thymeleaf thymeleaf;

    public PageReader(SiteFiles site, Frameworks frameworks) {
        var messages = new Messages(site);
        this.sources = new Sources(site);
        this.renderer = new Renderer(sources, messages, frameworks);
        this.thymeleaf = new Thymeleaf(sources, messages);
    }

    /** Whether a file of that name may be a page, or a part of one. */
    public static boolean isPage(String path) {
        var name = path.toLowerCase(Locale.ROOT);
        return PAGES.contains(Paths.extension(name)) && !name.endsWith(".min.html");
    }

    /**
     * Reads a page as it would be shown.
     *
     * @throws IOException where the file cannot be read
     */
    public Page read(String path) throws IOException {
        var document = Jsoup.parse(renderer.render(path));
        thymeleaf.apply(document, path);
        var scripts = new StringBuilder();
        document.select("script")
                .forEach(script -> scripts.append(script.attr("src"))
                        .append(' ')
                        .append(script.data())
                        .append('\n'));
        return new Page(
                path,
                FormsOnPage.of(document),
                VisibleText.lines(document.body()),
                scripts.toString(),
                isPart(path) || document.selectFirst("form") == null);
    }

    /** The text of a file as it was written; blank where it cannot be read. */
    public String source(String path) {
        try {
            return sources.text(path);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static boolean isPart(String path) {
        return Set.of("jspf", "tag", "tagx", "inc").contains(Paths.extension(path));
    }

    /** Whether a page that was read so far includes this one. */
    public boolean isPartOfAnother(String path) {
        return sources.isPartOfAnother(path);
    }
}
