package io.github.usher.container;

/** What stands in a {@code web.xml}. */
public final class Declared {
    private Declared() {}

    /** A filter before all requests and forwards. */
    public static String filter(String name, String className) {
        return """
                <filter>
                  <filter-name>%1$s</filter-name>
                  <filter-class>%2$s</filter-class>
                  <async-supported>true</async-supported>
                </filter>
                <filter-mapping>
                  <filter-name>%1$s</filter-name>
                  <url-pattern>/*</url-pattern>
                  <dispatcher>REQUEST</dispatcher>
                  <dispatcher>FORWARD</dispatcher>
                </filter-mapping>
                """.formatted(name, className);
    }
}
