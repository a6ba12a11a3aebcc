package io.github.usher.servlet;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@link ConfigLocator} asks of the application and of the machine it runs on. */
interface Surroundings {
    /** An init-param of the filter. */
    @Nullable
    String initParam(String name);

    /** A context-param of the application. */
    @Nullable
    String contextParam(String name);

    @Nullable
    String systemProperty(String name);

    /** The container's name of the virtual host; on Tomcat with the engine before it: {@code Catalina/localhost}. */
    @Nullable
    String virtualServerName();

    /** {@code ""} for the root application, else {@code /shop}. */
    String contextPath();

    /**
     * A file of the application, such as {@code /WEB-INF/usher.yaml}: where a WAR is not unpacked, a copy of it.
     *
     * @return null where the application has no such file
     */
    @Nullable
    Path inApplication(String path);

    /** Whether the jar lies in a folder that several applications share. */
    boolean sharedJar();
}
