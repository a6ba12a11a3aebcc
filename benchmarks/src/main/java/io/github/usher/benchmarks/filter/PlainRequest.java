package io.github.usher.benchmarks.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as cheap as one can be, so that what is measured is the filter and not the container. */
final class PlainRequest extends HttpServletRequestWrapper {
    private static final HttpServletRequest NOTHING = Stub.of(HttpServletRequest.class, Map.of());

    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final String method;
    private String path;

    @Nullable
    String query;

    /** What follows the path in the address: parameters such as {@code ;jsessionid=1}. */
    String pathParameters = "";

    PlainRequest(String method, String path) {
        super(NOTHING);
        this.method = method;
        this.path = path;
    }

    void path(String next) {
        path = next;
    }

    @Override
    public jakarta.servlet.DispatcherType getDispatcherType() {
        return jakarta.servlet.DispatcherType.REQUEST;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public String getRequestURI() {
        return path + pathParameters;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer("http://www.ae.example").append(path).append(pathParameters);
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var value = headers.get(name);
        return Collections.enumeration(value == null ? List.of() : List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Locale getLocale() {
        return Locale.UK;
    }

    @Override
    public String getRemoteAddr() {
        return "203.0.113.9";
    }

    @Override
    public String getRemoteHost() {
        return "203.0.113.9";
    }

    @Override
    public String getScheme() {
        return "http";
    }

    @Override
    public String getServerName() {
        return "www.ae.example";
    }

    @Override
    public int getServerPort() {
        return 80;
    }

    @Override
    public String getCharacterEncoding() {
        return "UTF-8";
    }
}
