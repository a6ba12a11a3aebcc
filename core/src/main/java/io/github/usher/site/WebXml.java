package io.github.usher.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code web.xml} says of servlets and filters. It is read leniently, in any namespace and any version, and
 * nothing that it names is fetched.
 *
 * @param servlets in the order of the file, by their names
 * @param filters in the order of their mappings, which is the order in which they run
 * @param absoluteOrdering the names under {@code <absolute-ordering>}, or empty where there is none
 * @param hasAbsoluteOrdering whether there is an {@code <absolute-ordering>}, which may be empty
 * @param orderingHasOthers whether it holds {@code <others/>}
 * @param contextParams the context parameters
 */
public record WebXml(
        List<Servlet> servlets,
        List<Filter> filters,
        List<String> absoluteOrdering,
        boolean hasAbsoluteOrdering,
        boolean orderingHasOthers,
        Map<String, String> contextParams) {
    /** What a site without a {@code web.xml} has. */
    public static final WebXml NONE = new WebXml(List.of(), List.of(), List.of(), false, false, Map.of());

    /**
     * A servlet.
     *
     * @param type the class, or blank for a JSP
     * @param jspFile the JSP, or blank for a class
     */
    public record Servlet(
            String name, String type, String jspFile, Map<String, String> initParams, List<String> patterns) {}

    /**
     * A filter with one of its mappings.
     *
     * @param servletNames the servlets whose requests it sees, beside its patterns
     * @param dispatchers as written; empty stands for {@code REQUEST}
     */
    public record Filter(
            String name,
            String type,
            Map<String, String> initParams,
            List<String> patterns,
            List<String> servletNames,
            List<String> dispatchers,
            boolean asyncSupported) {}

    /** Reads the text of the file; what is missing in it is empty. */
    public static WebXml parse(byte[] xml) {
        var root = Jsoup.parse(new String(xml, StandardCharsets.UTF_8), "", Parser.xmlParser());
        var ordering = root.selectFirst("absolute-ordering");
        return new WebXml(
                servlets(root),
                filters(root),
                ordering == null ? List.of() : ordering.select("> name").eachText(),
                ordering != null,
                ordering != null && ordering.selectFirst("others") != null,
                params(root.selectFirst("web-app"), "context-param"));
    }

    private static List<Servlet> servlets(Element root) {
        var servlets = new ArrayList<Servlet>();
        for (var servlet : root.select("web-app > servlet")) {
            var name = text(servlet, "servlet-name");
            servlets.add(new Servlet(
                    name,
                    text(servlet, "servlet-class"),
                    text(servlet, "jsp-file"),
                    params(servlet, "init-param"),
                    patterns(root, "servlet-mapping", "servlet-name", name)));
        }
        return List.copyOf(servlets);
    }

    private static List<Filter> filters(Element root) {
        var filters = new ArrayList<Filter>();
        for (var mapping : root.select("web-app > filter-mapping")) {
            var name = text(mapping, "filter-name");
            var filter = root.select("web-app > filter").stream()
                    .filter(each -> text(each, "filter-name").equals(name))
                    .findFirst()
                    .orElse(mapping);
            filters.add(new Filter(
                    name,
                    text(filter, "filter-class"),
                    params(filter, "init-param"),
                    mapping.select("> url-pattern").eachText(),
                    mapping.select("> servlet-name").eachText(),
                    mapping.select("> dispatcher").eachText(),
                    text(filter, "async-supported").equals("true")));
        }
        return List.copyOf(filters);
    }

    private static List<String> patterns(Element root, String mapping, String nameTag, String name) {
        return root.select("web-app > " + mapping).stream()
                .filter(each -> text(each, nameTag).equals(name))
                .flatMap(each -> each.select("> url-pattern").eachText().stream())
                .toList();
    }

    private static Map<String, String> params(@Nullable Element parent, String tag) {
        var params = new LinkedHashMap<String, String>();
        if (parent != null) {
            parent.select("> " + tag)
                    .forEach(param -> params.put(text(param, "param-name"), text(param, "param-value")));
        }
        return Map.copyOf(params);
    }

    private static String text(Element parent, String tag) {
        var child = parent.selectFirst("> " + tag);
        return child == null ? "" : child.text().strip();
    }
}
