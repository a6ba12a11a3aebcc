package io.github.usher.servlet;

import io.github.usher.servlet.ConfigLocation.Found;
import io.github.usher.servlet.ConfigLocation.NotFound;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the config of one application, in this order: the filter's init-param or the context-param {@code usher.config},
 * the system property {@code usher.config}, {@code $CATALINA_BASE/conf/usher/HOST/CONTEXT.yaml}, {@code
 * $CATALINA_BASE/conf/usher/CONTEXT.yaml}, {@code WEB-INF/usher.yaml}.
 *
 * <p>A setting that names a file which is not there ends the search: to fall back to another file would be a surprise.
 */
final class ConfigLocator {
    static final String SETTING = "usher.config";
    private static final String IN_APPLICATION = "WEB-INF/usher.yaml";
    /** What Tomcat, Open Liberty and WildFly call the host that nobody has named. */
    private static final Set<String> USUAL_HOSTS = Set.of("localhost", "default_host", "default-host");

    private final Surroundings surroundings;

    ConfigLocator(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    ConfigLocation locate() {
        for (var setting : settings()) {
            var value = setting.read().apply(SETTING);
            if (value != null && !value.isBlank()) {
                return named(setting.name(), value.strip());
            }
        }
        var there = there();
        return there.isEmpty()
                ? new NotFound(searched() + hints(), false)
                : found(there.get(0).file(), there);
    }

    /** {@code shop} for {@code /shop}, {@code ROOT} for the root, {@code a#b} for {@code /a/b}; without {@code ##version}. */
    String contextName() {
        var path = surroundings.contextPath();
        var version = path.indexOf("##");
        var unversioned = version < 0 ? path : path.substring(0, version);
        var name = unversioned.startsWith("/") ? unversioned.substring(1) : unversioned;
        return name.isEmpty() ? "ROOT" : name.replace('/', '#');
    }

    /** Of this application among all of this container: the {@link #contextName}, behind a virtual host's own name. */
    String applicationName() {
        var host = hostName();
        return host == null || USUAL_HOSTS.contains(host) ? contextName() : host + "/" + contextName();
    }

    private List<Setting> settings() {
        return List.of(
                new Setting("the init-param", surroundings::initParam),
                new Setting("the context-param", surroundings::contextParam),
                new Setting("the system property", surroundings::systemProperty));
    }

    private ConfigLocation named(String setting, String value) {
        var file = resolve(value);
        if (file != null && Files.isRegularFile(file)) {
            return found(file, there());
        }
        var where = file == null || value.equals(file.toString()) ? "" : ", that is " + file;
        var what = file != null && Files.isDirectory(file) ? "is a folder" : "is not there";
        return new NotFound("%s %s names %s%s, which %s.".formatted(setting, SETTING, value, where, what), true);
    }

    private static Found found(Path file, List<Place> there) {
        var notRead = there.stream()
                .filter(place -> !file.equals(place.file()))
                .map(Place::name)
                .toList();
        return new Found(file, notRead);
    }

    /** A path into the application, an absolute path, or one relative to {@code $CATALINA_BASE}. */
    private @Nullable Path resolve(String value) {
        var path = value.startsWith("file:") ? value.substring("file:".length()).replaceFirst("^//", "") : value;
        if (path.startsWith("/WEB-INF/") || path.startsWith("WEB-INF/")) {
            return surroundings.inApplication(path.startsWith("/") ? path : "/" + path);
        }
        try {
            var base = base();
            return base == null ? Path.of(path).toAbsolutePath() : base.resolve(path);
        } catch (InvalidPathException invalid) {
            return null;
        }
    }

    /** Which of the places that need no setting hold a config. */
    private List<Place> there() {
        var there = new ArrayList<Place>();
        for (var name : names()) {
            var file = file(name);
            if (file != null) {
                there.add(new Place(name, file));
            }
        }
        return there;
    }

    /** The places that need no setting, in their order, as a person would call them. */
    private List<String> names() {
        var context = contextName();
        var host = hostName();
        var common = List.of("conf/usher/" + context + ".yaml", IN_APPLICATION);
        if (host == null) {
            return common;
        }
        var names = new ArrayList<>(List.of("conf/usher/" + host + "/" + context + ".yaml"));
        names.addAll(common);
        return names;
    }

    private @Nullable Path file(String name) {
        if (name.startsWith("WEB-INF/")) {
            return existing(surroundings.inApplication("/" + name));
        }
        var base = base();
        return base == null ? null : existing(base.resolve(name));
    }

    private static @Nullable Path existing(@Nullable Path file) {
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    private @Nullable Path base() {
        var base = surroundings.systemProperty("catalina.base");
        // An embedded Tomcat names a folder for temporary files here, which is another one at each start.
        return base == null || base.isBlank() || !Files.isDirectory(Path.of(base, "conf")) ? null : Path.of(base);
    }

    /** The last part of {@code Catalina/localhost}. */
    private @Nullable String hostName() {
        var server = surroundings.virtualServerName();
        if (server == null) {
            return null;
        }
        var host = server.substring(server.lastIndexOf('/') + 1);
        return host.isBlank() || host.startsWith(".") || host.contains("\\") || host.contains(":") ? null : host;
    }

    private String searched() {
        if (base() == null) {
            return "found no " + IN_APPLICATION + ".";
        }
        return "found neither conf/usher/" + contextName() + ".yaml nor " + IN_APPLICATION + ".";
    }

    /** Files that somebody put almost at the right place. */
    private String hints() {
        var hints = new StringBuilder();
        for (var name : names()) {
            var almost = name.replaceFirst("yaml$", "yml");
            if (file(almost) != null) {
                hints.append(" There is ").append(almost).append(": its name must end in .yaml.");
            }
        }
        for (var elsewhere : List.of("conf/usher.yaml", "WEB-INF/classes/usher.yaml")) {
            if (file(elsewhere) != null) {
                hints.append(" There is ").append(elsewhere).append(", which is not read there.");
            }
        }
        if (surroundings.sharedJar()) {
            hints.append(" The jar is shared by all applications here, and works only in those that have a config.");
        }
        return hints.toString();
    }

    private record Setting(String name, Function<String, @Nullable String> read) {}

    private record Place(String name, Path file) {}
}
