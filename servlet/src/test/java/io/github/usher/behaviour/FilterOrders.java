package io.github.usher.behaviour;

import io.github.usher.container.App;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.Declared;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Sites that declare Usher's filter, one that sets an encoding, and a front controller, in each order. */
final class FilterOrders {
    private FilterOrders() {}

    static List<List<String>> all() {
        return List.of(
                List.of("usher", "encoding", "controller"),
                List.of("usher", "controller", "encoding"),
                List.of("encoding", "usher", "controller"),
                List.of("encoding", "controller", "usher"),
                List.of("controller", "usher", "encoding"),
                List.of("controller", "encoding", "usher"));
    }

    /** {@code /uec} for Usher, encoding, controller. */
    static String contextPath(List<String> order) {
        return "/" + order.stream().map(name -> name.substring(0, 1)).collect(Collectors.joining());
    }

    static App site(List<String> order, ContainerKind kind, URI api) {
        var filters = order.stream()
                .map(name -> Declared.filter(name, classOf(name, kind)))
                .collect(Collectors.joining());
        return App.at(contextPath(order))
                .webXml(filters)
                .file("thanks.jsp", "<%@ page session=\"false\" %>Thanks")
                .source("site.Encoding", SiteOfAllSorts.filter("Encoding", """
                        request.setCharacterEncoding("UTF-8");
                        chain.doFilter(request, response);
                        """))
                .source("site.Controller", SiteOfAllSorts.filter("Controller", """
                        if (!request.getServletPath().endsWith(".action")) {
                            chain.doFilter(request, response);
                            return;
                        }
                        String name = request.getParameter("last_name");
                        response.sendRedirect(request.getContextPath() + "/thanks.jsp?length=" + name.length());
                        """))
                .config("""
                        mode: send
                        chilipiper:
                          platform: legacy
                          tenant: acme
                          base-url: %s
                        forms:
                          contact:
                            path: "*.action"
                            accepted-when:
                              redirect: /thanks.jsp
                            router: inbound
                            lead:
                              LastName: ${last_name}
                        """.formatted(api));
    }

    private static String classOf(String name, ContainerKind kind) {
        return switch (name) {
            case "usher" -> kind.filterClass();
            case "encoding" -> "site.Encoding";
            default -> "site.Controller";
        };
    }
}
