package io.github.usher.container;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Tomcat of its own {@code catalina.base}, with the distribution's conf but for the server and the logging. */
record TomcatSetup(Path home) implements Setup {
    private static final String SERVER = """
            <Server port="-1">
              <Service name="Catalina">
                <Connector port="0" address="127.0.0.1" protocol="HTTP/1.1">
                  <UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol"/>
                </Connector>
                <Engine name="Catalina" defaultHost="localhost">
                  <Host name="localhost" appBase="webapps" autoDeploy="false" startStopThreads="2"/>
                </Engine>
              </Service>
            </Server>
            """;
    private static final String LOGGING = """
            handlers = java.util.logging.ConsoleHandler
            .level = INFO
            java.util.logging.ConsoleHandler.level = FINE
            java.util.logging.ConsoleHandler.formatter = org.apache.juli.OneLineFormatter
            java.util.logging.ConsoleHandler.encoding = UTF-8
            """;
    private static final List<String> OPENED_FOR_LEAK_DETECTION = List.of(
            "java.base/java.lang",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.rmi/sun.rmi.transport");

    @Override
    public void prepare(Path base) throws IOException {
        for (var folder : List.of("conf/Catalina/localhost", "lib", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(base.resolve(folder));
        }
        try (var files = Files.list(home.resolve("conf"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
            }
        }
        Files.writeString(base.resolve("conf/server.xml"), SERVER);
        Files.writeString(base.resolve("conf/logging.properties"), LOGGING);
    }

    @Override
    public void deploy(Path base, App app, Path site) throws IOException {
        var params =
                app.contextParams().entrySet().stream().map(TomcatSetup::param).collect(Collectors.joining());
        var unpack = app.isPacked() ? " unpackWAR=\"false\"" : "";
        Files.writeString(
                base.resolve("conf/Catalina/localhost/" + app.name() + ".xml"),
                "<Context docBase=\"%s\"%s>%s</Context>".formatted(site, unpack, params));
    }

    private static String param(Map.Entry<String, String> param) {
        return "<Parameter name=\"%s\" value=\"%s\" override=\"false\"/>".formatted(param.getKey(), param.getValue());
    }

    @Override
    public void share(Path base, Path jar) throws IOException {
        Files.copy(jar, base.resolve("lib").resolve(jar.getFileName()));
    }

    @Override
    public List<String> command(Path base) {
        var command = OPENED_FOR_LEAK_DETECTION.stream()
                .map(opened -> "--add-opens=" + opened + "=ALL-UNNAMED")
                .collect(Collectors.toList());
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + base,
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "-cp",
                home.resolve("bin/bootstrap.jar") + File.pathSeparator + home.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start"));
        return command;
    }

    @Override
    public Pattern portLine() {
        return Pattern.compile("Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-auto-\\d+-(\\d+)\"]");
    }

    @Override
    public Pattern readyLine() {
        return Pattern.compile("Server startup in");
    }
}
