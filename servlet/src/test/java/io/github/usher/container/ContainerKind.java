package io.github.usher.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The containers that the build unpacks into {@code target/containers}; of the large ones only the profile {@code long}. */
public enum ContainerKind {
    TOMCAT_9("apache-tomcat-9.", "lib", true),
    TOMCAT_10_1("apache-tomcat-10.1.", "lib", false),
    TOMCAT_11("apache-tomcat-11.", "lib", false),
    JETTY_12("jetty-home-12.", "lib", false),
    /** The same Jetty with its environment for {@code javax.servlet}; its API lies elsewhere, so sites of JSPs only. */
    JETTY_12_EE8("jetty-home-12.", "lib", true),
    OPEN_LIBERTY("wlp", "dev/api/spec", false),
    /** The same Open Liberty with its features for {@code javax.servlet}. */
    OPEN_LIBERTY_EE8("wlp", "dev/api/spec", true),
    WILDFLY("wildfly-", "modules/system/layers/base/jakarta", false);

    private final String folderName;
    private final String libraries;
    private final boolean javax;

    ContainerKind(String folderName, String libraries, boolean javax) {
        this.folderName = folderName;
        this.libraries = libraries;
        this.javax = javax;
    }

    public boolean isTomcat() {
        return folderName.startsWith("apache-tomcat");
    }

    public boolean isJetty() {
        return folderName.startsWith("jetty");
    }

    Setup setup() {
        return switch (this) {
            case TOMCAT_9, TOMCAT_10_1, TOMCAT_11 -> new TomcatSetup(home());
            case JETTY_12 -> new JettySetup(home(), "ee10");
            case JETTY_12_EE8 -> new JettySetup(home(), "ee8");
            case OPEN_LIBERTY -> new LibertySetup(home(), List.of("servlet-6.0", "pages-3.1", "websocket-2.1"));
            case OPEN_LIBERTY_EE8 -> new LibertySetup(home(), List.of("servlet-4.0", "jsp-2.3", "websocket-1.1"));
            case WILDFLY -> new WildFlySetup(home());
        };
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
            return jars.filter(jar -> jar.getFileName().toString().matches(apiJars()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String apiJars() {
        return switch (this) {
            case OPEN_LIBERTY ->
                "io\\.openliberty\\.jakarta\\.(servlet\\.6\\.0|pages\\.3\\.1|websocket(\\.client)?\\.2\\.1)_.*\\.jar";
            case OPEN_LIBERTY_EE8 ->
                "com\\.ibm\\.websphere\\.javaee\\.(servlet\\.4\\.0|jsp\\.2\\.3|websocket\\.1\\.1)_.*\\.jar";
            case WILDFLY -> "jakarta\\.(servlet|servlet\\.jsp|websocket|websocket-client)-api-.*\\.jar";
            default ->
                "(jakarta\\.servlet-api|servlet-api|jsp-api|(jakarta\\.)?websocket-api|(jakarta\\.)?websocket-client-api).*\\.jar";
        };
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
