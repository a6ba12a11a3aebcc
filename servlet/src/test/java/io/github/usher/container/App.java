package io.github.usher.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A site as a test writes it: pages, a {@code web.xml}, classes, jars. It is written for {@code jakarta.servlet}; on a
 * container of {@code javax.servlet} that name is replaced everywhere. By default the jar lies in {@code WEB-INF/lib},
 * without a config.
 */
public final class App {
    private final String contextPath;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> contextParams = new LinkedHashMap<>();
    private final List<Path> jars = new ArrayList<>(List.of(Build.usherJar()));
    private @Nullable Path war;
    private @Nullable Path unpacked;
    private boolean packed;

    private App(String contextPath) {
        this.contextPath = contextPath;
    }

    /** @param contextPath {@code ""} for the root application, else {@code /shop} */
    public static App at(String contextPath) {
        return new App(contextPath);
    }

    /** A WAR that is there already, unchanged but for the jars and files that are added here. */
    public App war(Path file) {
        war = file;
        return this;
    }

    /** A site that lies unpacked somewhere, unchanged but for the jars and files that are added here. */
    public App folder(Path place) {
        unpacked = place;
        return this;
    }

    /** A page or any other text file; {@code WEB-INF/…} too. */
    public App file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** {@code WEB-INF/usher.yaml}. */
    public App config(String yaml) {
        return file("WEB-INF/usher.yaml", yaml);
    }

    /** What stands inside {@code <web-app>}, of version 4.0; or a whole descriptor. Without this there is none. */
    public App webXml(String content) {
        return file("WEB-INF/web.xml", content.contains("<web-app") ? content : """
                <web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="4.0">
                %s
                </web-app>
                """.formatted(content));
    }

    /** A class of the site, compiled against the container's own API and the site's jars. */
    public App source(String className, String source) {
        sources.put(className, source);
        return this;
    }

    public App contextParam(String name, String value) {
        contextParams.put(name, value);
        return this;
    }

    /** A jar in {@code WEB-INF/lib}, beside Usher. */
    public App jar(Path jar) {
        jars.add(jar);
        return this;
    }

    /** The jars of {@code target/old-libraries} in {@code WEB-INF/lib}: an old Jackson, and an old JAX-RS client. */
    public App oldLibraries() throws IOException {
        return libraries("old-libraries");
    }

    /** The jars that the build copied into this folder of {@code target}, in {@code WEB-INF/lib}. */
    public App libraries(String folder) throws IOException {
        try (var children = Files.list(Build.folder(folder))) {
            jars.addAll(children.toList());
        }
        return this;
    }

    public App withoutUsher() {
        jars.remove(Build.usherJar());
        return this;
    }

    /** The container gets a WAR, and is told not to unpack it. */
    public App packed() {
        packed = true;
        return this;
    }

    public String contextPath() {
        return contextPath;
    }

    boolean isPacked() {
        return packed;
    }

    Map<String, String> contextParams() {
        return contextParams;
    }

    /** {@code ROOT}, {@code shop}, {@code a#b}. */
    String name() {
        return contextPath.isEmpty() ? "ROOT" : contextPath.substring(1).replace('/', '#');
    }

    /** Writes the site into a folder, or a WAR beside it. */
    Path writeTo(Path folder, ContainerKind kind) throws IOException {
        var root = folder.resolve(name());
        if (war != null) {
            Wars.unpack(war, root);
        }
        if (unpacked != null) {
            Wars.copy(unpacked, root);
        }
        for (var file : files.entrySet()) {
            var target = root.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, kind.inItsWords(file.getValue()));
        }
        if (!sources.isEmpty()) {
            SiteCompiler.compile(sources, root.resolve("WEB-INF/classes"), kind, jars);
        }
        var library = Files.createDirectories(root.resolve("WEB-INF/lib"));
        for (var jar : jars) {
            Files.copy(jar, library.resolve(jar.getFileName()));
        }
        return packed ? Wars.pack(root) : root;
    }
}
