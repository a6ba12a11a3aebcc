package io.github.usher.scan;

import io.github.usher.site.ClassFile;
import java.util.ArrayList;
import java.util.List;

/** The servlets of the site itself, of {@code web.xml} and of {@code @WebServlet}. */
final class ServletHandlers {
    private ServletHandlers() {}

    static List<Handler> of(SiteFacts facts) {
        var handlers = new ArrayList<Handler>();
        for (var servlet : facts.webXml().servlets()) {
            for (var pattern : servlet.patterns()) {
                var source = "web.xml, servlet " + servlet.name();
                var view = servlet.jspFile().isEmpty() ? null : facts.views().file(servlet.jspFile());
                var type = facts.type(servlet.type());
                if (type != null) {
                    handlers.add(of(facts, type, pattern, source + " (" + type.name() + ")"));
                } else {
                    handlers.add(new Handler(pattern, source, List.of(), view == null ? List.of() : List.of(view)));
                }
            }
        }
        for (var name : facts.classNames()) {
            var type = facts.type(name);
            if (type == null) {
                continue;
            }
            for (var annotation : type.annotations()) {
                if (annotation.simpleName().equals("WebServlet")) {
                    annotation
                            .texts("urlPatterns", "value")
                            .forEach(pattern -> handlers.add(of(facts, type, pattern, "@WebServlet of " + name)));
                }
            }
        }
        return handlers;
    }

    private static Handler of(SiteFacts facts, ClassFile type, String pattern, String source) {
        var outcomes = new CodeOutcomes(facts, type);
        return new Handler(pattern, source, outcomes.all(), outcomes.views());
    }
}
