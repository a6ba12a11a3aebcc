package io.github.usher.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A standalone WildFly, which is Undertow within, of its own base folder. */
record WildFlySetup(Path home) implements Setup {
    /** As its own script for the start has them. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    @Override
    public void prepare(Path base) throws IOException {
        Files.createDirectories(base.resolve("deployments"));
        Files.createDirectories(base.resolve("temp"));
        var configuration = Files.createDirectories(base.resolve("configuration"));
        try (var files = Files.list(home.resolve("standalone/configuration"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public void deploy(Path base, App app, Path site) throws IOException {
        if (!app.contextParams().isEmpty()) {
            throw new UnsupportedOperationException("WildFly has no context-params outside web.xml.");
        }
        var place = Files.move(site, base.resolve("deployments").resolve(app.name() + ".war"));
        Files.writeString(
                place.resolve("WEB-INF/jboss-web.xml"),
                "<jboss-web><context-root>%s</context-root></jboss-web>"
                        .formatted(app.contextPath().isEmpty() ? "/" : app.contextPath()));
        Files.createFile(place.resolveSibling(place.getFileName() + ".dodeploy"));
    }

    @Override
    public void share(Path base, Path jar) {
        throw new UnsupportedOperationException("WildFly's modules are no place for Usher.");
    }

    @Override
    public List<String> command(Path base) {
        var command = new ArrayList<String>();
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.bind.address=127.0.0.1",
                // Or what it says before its logging has started, the port among it, is lost.
                "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"),
                "-Dorg.jboss.boot.log.file=" + base.resolve("log/boot.log"),
                "-Djboss.http.port=0",
                "-Djboss.https.port=0",
                "-Djboss.management.http.port=0",
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone"));
        return command;
    }

    @Override
    public Pattern portLine() {
        return Pattern.compile("WFLYUT0006: Undertow HTTP listener default listening on 127\\.0\\.0\\.1:(\\d+)");
    }

    @Override
    public Pattern readyLine() {
        return Pattern.compile("WFLYSRV002[56]");
    }
}
