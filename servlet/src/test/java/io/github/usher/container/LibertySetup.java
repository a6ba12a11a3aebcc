package io.github.usher.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An Open Liberty with one server of its own.
 *
 * @param features the versions of its Servlet and JSP features, which decide the API
 */
record LibertySetup(Path home, List<String> features) implements Setup {
    private static final String SERVER = "sites";

    @Override
    public void prepare(Path base) throws IOException {
        Files.createDirectories(base.resolve("temp"));
        Files.createDirectories(applications(base));
        Files.writeString(server(base).resolve("server.xml"), """
                <server>
                  <featureManager>%s</featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="0" httpsPort="-1"/>
                  <logging consoleLogLevel="INFO"/>
                  <applicationMonitor updateTrigger="disabled"/>
                  <config updateTrigger="disabled"/>
                  <include location="${server.config.dir}/sites/" optional="true"/>
                </server>
                """.formatted(
                features.stream().map("<feature>%s</feature>"::formatted).collect(Collectors.joining())));
    }

    private static Path server(Path base) {
        return base.resolve("servers").resolve(SERVER);
    }

    private static Path applications(Path base) {
        return server(base).resolve("sites");
    }

    @Override
    public void deploy(Path base, App app, Path site) throws IOException {
        if (!app.contextParams().isEmpty()) {
            throw new UnsupportedOperationException("Liberty has no context-params outside web.xml.");
        }
        // A # in the name of a folder is more than Liberty can bear.
        var name = app.name().replace('#', '_');
        var place = Files.move(site, applications(base).resolve(name + ".war"));
        Files.writeString(
                applications(base).resolve(name + ".xml"),
                "<server><webApplication name=\"%s\" location=\"%s\" contextRoot=\"%s\"/></server>"
                        .formatted(name, place, app.contextPath().isEmpty() ? "/" : app.contextPath()));
    }

    @Override
    public void share(Path base, Path jar) {
        throw new UnsupportedOperationException("Liberty's shared libraries are no place for Usher.");
    }

    @Override
    public Map<String, String> environment(Path base) {
        return Map.of(
                "WLP_USER_DIR",
                base.toString(),
                "WLP_OUTPUT_DIR",
                base.resolve("output").toString());
    }

    @Override
    public List<String> command(Path base) {
        return List.of(
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                SERVER);
    }

    @Override
    public Pattern portLine() {
        return Pattern.compile("CWWKO0219I: .*defaultHttpEndpoint.* port (\\d+)");
    }

    @Override
    public Pattern readyLine() {
        return Pattern.compile("CWWKF0011I");
    }
}
