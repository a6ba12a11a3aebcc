package io.github.usher.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the application runs that keeps its submissions.
 *
 * @param application its name among others that may use the same place: {@code ROOT}, {@code shop}, {@code a#b} for a
 *     context path of two parts; behind a virtual host's name and a slash where the host is not {@code localhost}
 * @param serverBase the server's own folder; null where none is known
 * @param home of the user that this process runs as
 * @param loader the application's own, which sees its JDBC driver and its JNDI names
 */
public record StoreSite(String application, @Nullable Path serverBase, Path home, ClassLoader loader) {
    /** Where Jetty, Open Liberty and WildFly say which folder is theirs: servers of one user must not share a store. */
    private static final List<String> OTHER_SERVERS =
            List.of("jetty.base", "server.output.dir", "jboss.server.data.dir");

    /** Of this process. */
    public static StoreSite of(String application, ClassLoader loader) {
        var base = folderOfServer(System::getProperty).orElse(null);
        return new StoreSite(application, base, Path.of(System.getProperty("user.home", ".")), loader);
    }

    /** An embedded Tomcat names a folder for temporary files, without conf: leads there would go with the next start. */
    static Optional<Path> folderOfServer(UnaryOperator<@Nullable String> properties) {
        return folder(properties.apply("catalina.base"))
                .filter(base -> Files.isDirectory(base.resolve("conf")))
                .or(() -> OTHER_SERVERS.stream()
                        .flatMap(property -> folder(properties.apply(property)).stream())
                        .findFirst());
    }

    private static Optional<Path> folder(@Nullable String base) {
        return base == null || base.isBlank() ? Optional.empty() : Optional.of(Path.of(base));
    }
}
