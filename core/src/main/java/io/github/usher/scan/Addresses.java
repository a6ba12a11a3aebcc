package io.github.usher.scan;

import io.github.usher.page.FoundForm;
import java.util.ArrayDeque;

/** Where a form posts to, inside the application. */
final class Addresses {
    private final SiteFacts facts;

    Addresses(SiteFacts facts) {
        this.facts = facts;
    }

    /** The path, with a leading slash; blank where it posts to another site. */
    String of(FoundForm form, String file) {
        var action = form.form().action().strip().replaceFirst("(?i)^(javascript:|#).*", "");
        if (action.matches("(?i)[a-z][a-z0-9+.-]*:.*") || action.startsWith("//")) {
            return "";
        }
        var bare = action.replaceFirst("[?#;].*", "").strip();
        if (bare.isEmpty()) {
            return ofPage(file);
        }
        if (bare.startsWith("/")) {
            var inModule = inModule(bare, file);
            return inModule.isEmpty() ? tidy(withoutContext(bare)) : inModule;
        }
        var page = ofPage(file);
        var beside = tidy(page.substring(0, page.lastIndexOf('/') + 1) + bare);
        return isKnown(beside) || !isKnown("/" + bare) ? beside : "/" + bare;
    }

    /** The address under which a page is shown: its own, or that of the handler that shows it. */
    private String ofPage(String file) {
        for (var handler : facts.handlers()) {
            if (handler.views().contains(file)
                    && !handler.pattern().contains("*")
                    && handler.pattern().startsWith("/")) {
                return handler.pattern();
            }
        }
        if (isComponent(file)) {
            return "/*";
        }
        var path = facts.views().path(file);
        if (facts.views().isPublic(file)) {
            return faces(path);
        }
        return "/" + path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
    }

    /** Wicket and Tapestry keep a template beside its class, and make its address at run time. */
    boolean isComponent(String file) {
        var bare = file.replaceFirst("\\.\\w+$", "");
        return facts.site().paths().contains(bare + ".class")
                || facts.site().paths().contains(bare + ".java");
    }

    private boolean isKnown(String path) {
        return facts.site().serves(path)
                || facts.handlers().stream().anyMatch(handler -> handler.exactness() > 0 && handler.takes(path));
    }

    /** A JSF page is asked for by the pattern of its servlet. */
    String faces(String path) {
        for (var servlet : facts.webXml().servlets()) {
            if (!servlet.type().endsWith("FacesServlet") || !path.matches(".*\\.(xhtml|jspx?)")) {
                continue;
            }
            for (var pattern : servlet.patterns()) {
                if (pattern.startsWith("*.")) {
                    return path.replaceFirst("\\.\\w+$", pattern.substring(1));
                }
                return pattern.replaceFirst("/\\*$", "") + path;
            }
        }
        return path;
    }

    /** The tags of Struts 1 put the module of the page in front; blank where there is none. */
    private String inModule(String action, String file) {
        var page = facts.views().path(file);
        for (var module : Struts1Handlers.modules(facts).values()) {
            boolean ofPage = !module.isEmpty() && (page.startsWith(module + "/") || !isKnown(action));
            if (ofPage && isKnown(module + action)) {
                return module + action;
            }
        }
        return "";
    }

    /** Pages that write their context path out: nothing in the site answers below that folder. */
    private String withoutContext(String path) {
        int second = path.indexOf('/', 1);
        if (second < 0
                || facts.handlers().stream().anyMatch(handler -> handler.exactness() > 0 && handler.takes(path))) {
            return path;
        }
        var rest = path.substring(second);
        return isKnown(rest) && !facts.site().serves(path) ? rest : path;
    }

    /** What is known only at run time makes a prefix. */
    private static String tidy(String path) {
        int star = path.indexOf('*');
        var known = star < 0 ? path : path.substring(0, path.lastIndexOf('/', star) + 1);
        var tidy = normalized(known);
        return star < 0 ? tidy : tidy.replaceFirst("/$", "") + "/*";
    }

    private static String normalized(String path) {
        var parts = new ArrayDeque<String>();
        for (var part : path.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.equals(".") && !(part.isEmpty() && !parts.isEmpty())) {
                parts.addLast(part);
            }
        }
        var joined = String.join("/", parts);
        return (joined.startsWith("/") ? joined : "/" + joined) + (path.endsWith("/") && !joined.isEmpty() ? "/" : "");
    }
}
