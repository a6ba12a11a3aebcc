package io.github.usher.behaviour;

import io.github.usher.container.App;
import io.github.usher.container.ContainerKind;
import java.net.URI;

/** A way in which a site takes Usher in: where the jar and the config lie, and what descriptor is there. */
enum WayIn {
    JAR_ALONE("the jar in WEB-INF/lib, no web.xml", "/jar"),
    WEB_XML_2_3("the jar, web.xml 2.3", "/v23"),
    WEB_XML_2_4("the jar, web.xml 2.4", "/v24"),
    WEB_XML_2_5("the jar, web.xml 2.5", "/v25"),
    METADATA_COMPLETE("the jar, web.xml 3.1, metadata-complete", "/v31"),
    WEB_XML_NEWEST("the jar, web.xml 4.0 or 6.0", "/v60"),
    ORDERED_WITH_OTHERS("the jar, absolute-ordering with others", "/ordered"),
    DECLARED_2_5("filter in web.xml 2.5", "/declared25"),
    DECLARED_3_1("filter in web.xml 3.1", "/declared31"),
    DECLARED_ORDERED("filter in web.xml, absolute-ordering without us", "/declaredordered"),
    SEGMENTS("context path of several segments", "/a/b/c"),
    ROOT("the root application", ""),
    PARALLEL("parallel deployment, app##2", "/parallel"),
    SHARED("the jar in the shared lib, conf/usher", "/shared");

    private static final String FILTER = """
            <filter><filter-name>usher</filter-name><filter-class>%s</filter-class>%s</filter>
            <filter-mapping><filter-name>usher</filter-name><url-pattern>/*</url-pattern>\
            <dispatcher>REQUEST</dispatcher><dispatcher>FORWARD</dispatcher></filter-mapping>
            """;

    private final String words;
    private final String contextPath;

    WayIn(String words, String contextPath) {
        this.words = words;
        this.contextPath = contextPath;
    }

    String words() {
        return words;
    }

    String contextPath() {
        return contextPath;
    }

    /** Only Tomcat has a shared lib that is meant for this, and versions of one application side by side. */
    boolean isFor(ContainerKind kind) {
        return kind.isTomcat() || (this != SHARED && this != PARALLEL);
    }

    /** The site; of {@link #SHARED} the config lies beside the container. */
    App site(ContainerKind kind, URI api) {
        var site = FiveWays.at(this == PARALLEL ? contextPath + "##2" : contextPath);
        var descriptor = descriptor(kind);
        if (!descriptor.isEmpty()) {
            site.webXml(descriptor);
        }
        return this == SHARED ? site.withoutUsher() : site.config(FiveWays.config(api));
    }

    private String descriptor(ContainerKind kind) {
        return switch (this) {
            case WEB_XML_2_3 -> """
                    <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN" "http://java.sun.com/dtd/web-app_2_3.dtd">
                    <web-app><display-name>old</display-name></web-app>
                    """;
            case WEB_XML_2_4 -> "<web-app xmlns=\"http://java.sun.com/xml/ns/j2ee\" version=\"2.4\"/>";
            case WEB_XML_2_5 -> "<web-app xmlns=\"http://java.sun.com/xml/ns/javaee\" version=\"2.5\"/>";
            case METADATA_COMPLETE -> v31(" metadata-complete=\"true\"", "");
            case WEB_XML_NEWEST ->
                kind.isJavax()
                        ? "<web-app xmlns=\"http://xmlns.jcp.org/xml/ns/javaee\" version=\"4.0\"/>"
                        : "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"/>";
            case ORDERED_WITH_OTHERS -> v31("", "<absolute-ordering><others/></absolute-ordering>");
            case DECLARED_2_5 ->
                "<web-app xmlns=\"http://java.sun.com/xml/ns/javaee\" version=\"2.5\">"
                        + FILTER.formatted(kind.filterClass(), "") + "</web-app>";
            case DECLARED_3_1 -> v31("", filter(kind));
            case DECLARED_ORDERED -> v31("", "<absolute-ordering/>" + filter(kind));
            default -> "";
        };
    }

    /** A descriptor that declares the filter with an init-param. */
    static String declared(ContainerKind kind, String param, String value) {
        return v31(
                "",
                FILTER.formatted(
                        kind.filterClass(),
                        "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>"
                                .formatted(param, value)));
    }

    private static String filter(ContainerKind kind) {
        return FILTER.formatted(kind.filterClass(), "<async-supported>true</async-supported>");
    }

    private static String v31(String attributes, String content) {
        return "<web-app xmlns=\"http://xmlns.jcp.org/xml/ns/javaee\" version=\"3.1\"" + attributes + ">" + content
                + "</web-app>";
    }
}
