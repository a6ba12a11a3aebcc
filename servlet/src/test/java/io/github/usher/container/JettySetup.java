package io.github.usher.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Jetty 12 of its own {@code jetty.base}.
 *
 * @param environment {@code ee10} or {@code ee8}
 */
record JettySetup(Path home, String environment) implements Setup {
    @Override
    public void prepare(Path base) throws IOException {
        for (var folder : List.of("resources", "environments", "webapps", "lib/ext", "temp")) {
            Files.createDirectories(base.resolve(folder));
        }
        Files.copy(
                home.resolve("modules/logging/jetty/resources/jetty-logging.properties"),
                base.resolve("resources/jetty-logging.properties"));
    }

    @Override
    public void deploy(Path base, App app, Path site) throws IOException {
        var params =
                app.contextParams().entrySet().stream().map(JettySetup::param).collect(Collectors.joining());
        Files.writeString(base.resolve("webapps/" + app.name() + ".xml"), """
                <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
                <Configure class="org.eclipse.jetty.%s.webapp.WebAppContext">
                  <Set name="contextPath">%s</Set>
                  <Set name="war">%s</Set>
                  <Set name="extractWAR">%s</Set>
                  %s
                </Configure>
                """.formatted(
                environment, app.contextPath().isEmpty() ? "/" : app.contextPath(), site, !app.isPacked(), params));
    }

    private static String param(Map.Entry<String, String> param) {
        return "<Call name=\"setInitParameter\"><Arg>%s</Arg><Arg>%s</Arg></Call>"
                .formatted(param.getKey(), param.getValue());
    }

    @Override
    public void share(Path base, Path jar) {
        throw new UnsupportedOperationException("Jetty's shared libraries are no place for Usher.");
    }

    @Override
    public List<String> command(Path base) {
        return List.of(
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                // As arguments of start.jar these two would count for the ee10 environment only, not for the connector.
                "-Djetty.http.host=127.0.0.1",
                "-Djetty.http.port=0",
                "-Djetty.home=" + home,
                "-Djetty.base=" + base,
                "-jar",
                home.resolve("start.jar").toString(),
                "--module=http,http2c,%1$s-deploy,%1$s-jsp,%1$s-annotations,%1$s-websocket-%2$s"
                        .formatted(environment, environment.equals("ee8") ? "javax" : "jakarta"));
    }

    @Override
    public Pattern portLine() {
        return Pattern.compile("Started .*ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)}");
    }

    @Override
    public Pattern readyLine() {
        return Pattern.compile("Started oejs\\.Server@");
    }
}
