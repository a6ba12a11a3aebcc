package io.github.usher.benchmarks.filter;

import io.github.usher.servlet.UsherFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.catalina.filters.RemoteIpFilter;
import org.jspecify.annotations.Nullable;
import org.tuckey.web.filters.urlrewrite.UrlRewriteFilter;

/** The filters that are compared, started as a container starts them. */
final class Filters {
    private Filters() {}

    static Filter nothing() {
        return (request, response, chain) -> chain.doFilter(request, response);
    }

    static Filter usher(Path config) throws ServletException {
        return started(new UsherFilter(), Map.of("usher.config", config.toString()), "");
    }

    /** The rules of a site that has moved as many of its old pages. */
    static Filter urlRewrite(int rules) throws ServletException {
        var config = new StringBuilder("<urlrewrite>");
        for (int i = 0; i < rules; i++) {
            config.append("<rule><from>^/forms/contact" + i + "\\.jsp$</from><to>/new/contact" + i + "</to></rule>");
        }
        return started(
                new UrlRewriteFilter(),
                Map.of("statusEnabled", "false", "logLevel", "ERROR"),
                config + "</urlrewrite>");
    }

    static Filter remoteIp() throws ServletException {
        return started(new RemoteIpFilter(), Map.of(), "");
    }

    private static Filter started(Filter filter, Map<String, String> params, String urlRewriteXml)
            throws ServletException {
        Map<String, Function<@Nullable Object[], @Nullable Object>> ofContext = new HashMap<>();
        ofContext.put("getContextPath", args -> "");
        ofContext.put("getVirtualServerName", args -> "localhost");
        ofContext.put("getClassLoader", args -> Filters.class.getClassLoader());
        ofContext.put(
                "getResourceAsStream",
                args -> urlRewriteXml.isEmpty()
                        ? null
                        : new ByteArrayInputStream(urlRewriteXml.getBytes(StandardCharsets.UTF_8)));
        var context = Stub.of(ServletContext.class, ofContext);
        filter.init(Stub.of(
                FilterConfig.class,
                Map.of(
                        "getServletContext", args -> context,
                        "getFilterName", args -> "measured",
                        "getInitParameter", args -> params.get(String.valueOf(args[0])),
                        "getInitParameterNames", args -> Collections.enumeration(params.keySet()))));
        return filter;
    }
}
