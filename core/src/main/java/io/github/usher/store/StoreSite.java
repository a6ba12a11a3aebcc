package io.github.usher.store;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the application runs that keeps its submissions.
 *
 * @param application its name among others that may use the same place: {@code ROOT}, {@code shop}, {@code a#b} for a
 *     context path of two parts; behind a virtual host's name and a slash where the host is not {@code localhost}
 * @param serverBase the Tomcat's or Jetty's own folder; null where none is known
 * @param home of the user that this process runs as
 * @param loader the application's own, which sees its JDBC driver and its JNDI names
 */
public record StoreSite(String application, @Nullable Path serverBase, Path home, ClassLoader loader) {
    /** Of this process. */
    public static StoreSite of(String application, ClassLoader loader) {
        return new StoreSite(application, folderOfServer(), Path.of(System.getProperty("user.home", ".")), loader);
    }

    private static @Nullable Path folderOfServer() {
        return Stream.of("catalina.base", "jetty.base")
                .map(System::getProperty)
                .filter(base -> base != null && !base.isBlank())
                .findFirst()
                .map(Path::of)
                .orElse(null);
    }
}
