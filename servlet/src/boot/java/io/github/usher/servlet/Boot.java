package io.github.usher.servlet;

import io.github.usher.JavaVersion;
import jakarta.servlet.ServletContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the two classes that a container loads by name share: the look at the Java version, the loading, the log line. */
final class Boot {
    private static final String TOLD = "usher.java-too-old";

    private Boot() {}

    /** Whether the Java is too old; if so this is said once for each application. */
    static boolean isJavaTooOld(ServletContext context) {
        if (!JavaVersion.isTooOld()) {
            return false;
        }
        if (context.getAttribute(TOLD) == null) {
            context.setAttribute(TOLD, Boolean.TRUE);
            log().warning("Usher is off: it needs Java " + JavaVersion.needed() + ", this "
                    + containerName(context.getServerInfo()) + " runs Java " + JavaVersion.running()
                    + ". The site runs as without it.");
        }
        return true;
    }

    /** A new instance of a class beside this one, which may need a newer Java than this one. */
    static <T> T load(String simpleName, Class<T> type) throws ReflectiveOperationException {
        // Beside this class, whatever the package is called: the build makes a second edition of it for javax.servlet.
        String self = Boot.class.getName();
        String name = self.substring(0, self.lastIndexOf('.') + 1) + simpleName;
        return type.cast(Class.forName(name).getConstructor().newInstance());
    }

    static void logFailure(ServletContext context, Throwable failure) {
        log().log(
                        Level.SEVERE,
                        "Usher is off for " + applicationName(context)
                                + ": it could not start. The site runs as without it.",
                        failure);
    }

    static Logger log() {
        return Logger.getLogger("io.github.usher");
    }

    static String applicationName(ServletContext context) {
        String path = context.getContextPath();
        return path.isEmpty() ? "the root application" : "the application " + path;
    }

    /** {@code Apache Tomcat/9.0.117} is {@code Tomcat}, {@code jetty/12.1.8} is {@code jetty}. */
    static String containerName(String serverInfo) {
        if (serverInfo == null || serverInfo.isEmpty()) {
            return "server";
        }
        String name = serverInfo.split("/", 2)[0].trim();
        return name.startsWith("Apache ") ? name.substring("Apache ".length()) : name;
    }
}
