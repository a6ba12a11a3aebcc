package io.github.usher.scan;

import io.github.usher.site.WebXml;
import java.util.List;

/** Under which addresses the DispatcherServlet of {@code web.xml} answers what its controllers name. */
final class SpringServlet {
    private final List<String> patterns;

    SpringServlet(WebXml webXml) {
        patterns = webXml.servlets().stream()
                .filter(servlet -> servlet.type().endsWith("DispatcherServlet"))
                .flatMap(servlet -> servlet.patterns().stream())
                .toList();
    }

    /** Inside the application, of a path inside the servlet. */
    String path(String inside) {
        for (var pattern : patterns) {
            if (pattern.endsWith("/*")) {
                return pattern.substring(0, pattern.length() - 2) + inside;
            }
        }
        boolean extensionsAlone =
                !patterns.isEmpty() && patterns.stream().allMatch(pattern -> pattern.startsWith("*."));
        boolean bare = inside.substring(inside.lastIndexOf('/') + 1).matches("[^.*]+");
        return extensionsAlone && bare ? inside + patterns.get(0).substring(1) : inside;
    }
}
