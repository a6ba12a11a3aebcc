package io.github.usher.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The containers that the build unpacks into {@code target/containers}. */
public enum ContainerKind {
    TOMCAT_9("apache-tomcat-9.", "lib", true),
    TOMCAT_10_1("apache-tomcat-10.1.", "lib", false),
    TOMCAT_11("apache-tomcat-11.", "lib", false),
    JETTY_12("jetty-home-12.", "lib", false),
    /** The same Jetty with its environment for {@code javax.servlet}; its API lies elsewhere, so sites of JSPs only. */
    JETTY_12_EE8("jetty-home-12.", "lib", true);

    private final String folderName;
    private final String libraries;
    private final boolean javax;

    ContainerKind(String folderName, String libraries, boolean javax) {
        this.folderName = folderName;
        this.libraries = libraries;
        this.javax = javax;
    }

    public boolean isTomcat() {
        return this != JETTY_12 && this != JETTY_12_EE8;
    }

    /** Whether it speaks {@code javax.servlet}. */
    public boolean isJavax() {
        return javax;
    }

    /** What a {@code web.xml} names here. */
    public String filterClass() {
        return javax ? "io.github.usher.javax.UsherFilter" : "io.github.usher.servlet.UsherFilter";
    }

    /** Where the distribution lies. */
    public Path home() {
        return only(Build.folder("containers"), folderName);
    }

    /** The jars of its Servlet and JSP API, to compile a site's classes against. */
    List<Path> api() {
        try (var jars = Files.walk(home().resolve(libraries))) {
            return jars.filter(
                            jar -> jar.getFileName()
                                    .toString()
                                    .matches(
                                            "(jakarta\\.servlet-api|servlet-api|jsp-api|websocket-api|websocket-client-api).*\\.jar"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A site is written for {@code jakarta.servlet}; where the container speaks the older name, it is put in its place. */
    String inItsWords(String text) {
        return javax
                ? text.replace("jakarta.servlet", "javax.servlet").replace("jakarta.websocket", "javax.websocket")
                : text;
    }

    private static Path only(Path folder, String prefix) {
        try (var children = Files.list(folder)) {
            return children.filter(child -> child.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
