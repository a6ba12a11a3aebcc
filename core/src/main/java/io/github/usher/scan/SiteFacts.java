package io.github.usher.scan;

import io.github.usher.page.Frameworks;
import io.github.usher.site.ClassFile;
import io.github.usher.site.SiteFiles;
import io.github.usher.site.WebXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the descriptors and the classes of a site say of its addresses and of what answers them. */
final class SiteFacts {
    private static final String CLASSES = "WEB-INF/classes/";

    private final SiteFiles site;
    private final WebXml webXml;
    private final Frameworks frameworks;
    private final Map<String, String> classPaths = new LinkedHashMap<>();
    private final Map<String, ClassFile> classes = new LinkedHashMap<>();
    private final Views views;
    private final Rewrites rewrites;
    private final SpringServlet spring;
    private final List<Handler> handlers = new ArrayList<>();

    private SiteFacts(SiteFiles site) {
        this.site = site;
        this.webXml = webXml(site);
        this.views = new Views(site);
        this.rewrites = Rewrites.of(site, webXml);
        this.spring = new SpringServlet(webXml);
        for (var path : site.paths()) {
            if (path.endsWith(".class") && !path.endsWith("-info.class")) {
                classPaths.putIfAbsent(className(path), path);
            }
        }
        this.frameworks = FrameworkReader.of(site, webXml, StripesHandlers.addresses(this));
    }

    static SiteFacts of(SiteFiles site) {
        var facts = new SiteFacts(site);
        facts.handlers.addAll(ServletHandlers.of(facts));
        facts.handlers.addAll(Struts1Handlers.of(facts));
        facts.handlers.addAll(Struts2Handlers.of(facts));
        facts.handlers.addAll(Struts2Annotated.of(facts));
        facts.handlers.addAll(StripesHandlers.of(facts));
        facts.handlers.addAll(AnnotatedHandlers.of(facts));
        facts.handlers.addAll(SpringXmlHandlers.of(facts));
        facts.handlers.addAll(FacesHandlers.of(facts));
        facts.handlers.addAll(FacesActions.of(facts));
        return facts;
    }

    private static WebXml webXml(SiteFiles site) {
        try {
            return site.serves("WEB-INF/web.xml") && site.paths().size() > 1
                    ? WebXml.parse(site.read(site.inWebRoot("WEB-INF/web.xml")))
                    : WebXml.NONE;
        } catch (IOException unreadable) {
            return WebXml.NONE;
        }
    }

    private static String className(String path) {
        int classes = path.lastIndexOf("classes/");
        var inside = classes < 0 ? path : path.substring(classes + "classes/".length());
        return inside.substring(0, inside.length() - ".class".length()).replace('/', '.');
    }

    /** A class of the site, or null where it is not there or broken. */
    @Nullable
    ClassFile type(String name) {
        var known = classes.get(name);
        var path = classPaths.get(name);
        if (known != null || path == null) {
            return known;
        }
        try {
            var read = ClassFile.parse(site.read(path));
            classes.put(name, read);
            return read;
        } catch (IOException broken) {
            classPaths.remove(name);
            return null;
        }
    }

    /** The names of all classes of the site itself. */
    List<String> classNames() {
        return List.copyOf(classPaths.keySet());
    }

    SiteFiles site() {
        return site;
    }

    WebXml webXml() {
        return webXml;
    }

    Frameworks frameworks() {
        return frameworks;
    }

    Views views() {
        return views;
    }

    SpringServlet spring() {
        return spring;
    }

    Rewrites rewrites() {
        return rewrites;
    }

    List<Handler> handlers() {
        return handlers;
    }

    Addresses addresses() {
        return new Addresses(this);
    }

    /** Whether a filter of a framework may answer any request. */
    boolean hasAnsweringFilter() {
        return webXml.filters().stream()
                .anyMatch(filter -> filter.type()
                        .matches("(?i).*(struts|stripes|wicket|tapestry|faces|dispatch|rewrite|sitemesh).*"));
    }

    /** Whether there is enough of the site to say that something is not there. */
    boolean isWhole() {
        return site.serves("WEB-INF/web.xml") || site.paths().stream().anyMatch(path -> path.contains(CLASSES));
    }
}
