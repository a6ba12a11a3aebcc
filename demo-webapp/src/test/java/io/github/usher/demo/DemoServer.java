package io.github.usher.demo;

import io.github.usher.servlet.UsherFilter;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/**
 * The demo on an embedded Jetty, on a free port: without Usher, what the site and the sandbox do by themselves; or with
 * a config of the test's own.
 */
final class DemoServer {
    private final Server server = new Server();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    /** @param config made of the server's address; null: without Usher */
    private DemoServer(@Nullable UnaryOperator<String> config) throws Exception {
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        connector.open();
        url = "http://localhost:" + connector.getLocalPort();
        var context = new WebAppContext();
        context.setContextPath("/");
        context.setBaseResource(ResourceFactory.combine(
                ResourceFactory.of(context).newResource(Path.of("src/main/webapp")),
                ResourceFactory.of(context).newResource(withTagFile())));
        context.setParentLoaderPriority(true);
        context.setAttribute(MetaInfConfiguration.CONTAINER_JAR_PATTERN, ".*/target/(classes/.*|usher-[^/]*\\.jar)");
        context.setAttribute(
                AnnotationConfiguration.SERVLET_CONTAINER_INITIALIZER_EXCLUSION_PATTERN, "io\\.github\\.usher\\..*");
        if (config != null) {
            context.addFilter(
                    usher(config.apply(url)), "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD));
        }
        server.setHandler(context);
        server.start();
    }

    /** Outside of a jar, JSP looks for a tag file among the application's own classes alone. */
    private static Path withTagFile() throws IOException {
        var folder = Path.of("target", "site-with-tag");
        var tag = Path.of("META-INF", "tags", "booking.tag");
        var copy = folder.resolve("WEB-INF/classes").resolve(tag);
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of("target", "classes").resolve(tag), copy, StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    static DemoServer start() throws Exception {
        return new DemoServer(null);
    }

    /** @param config the text of {@code usher.yaml} for a server at that address */
    static DemoServer withUsher(UnaryOperator<String> config) throws Exception {
        return new DemoServer(config);
    }

    private static FilterHolder usher(String config) throws IOException {
        var file = Files.createTempFile(Path.of("target"), "usher", ".yaml");
        file.toFile().deleteOnExit();
        var store = Files.createTempDirectory(Path.of("target"), "store").toAbsolutePath();
        Files.writeString(file, config + "\nstore:\n  dir: " + store + "\n");
        var filter = new FilterHolder(new UsherFilter());
        filter.setAsyncSupported(true);
        filter.setInitParameter("usher.config", file.toAbsolutePath().toString());
        return filter;
    }

    String url() {
        return url;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET(), StandardCharsets.UTF_8);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return post(path, fields, StandardCharsets.UTF_8);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, Charset charset)
            throws IOException, InterruptedException {
        return post(path, "application/x-www-form-urlencoded", encoded(fields, charset), charset);
    }

    /** As a browser does that posts a form from that page. */
    HttpResponse<String> submit(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("Accept-Language", "en-GB")
                        .header("Sec-Fetch-Mode", "navigate")
                        .header("Referer", url + page)
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields, StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8);
    }

    private static String encoded(Map<String, String> fields, Charset charset) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), charset) + "=" + URLEncoder.encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> post(String path, String type, String body, Charset charset)
            throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body, charset)),
                charset);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Charset charset)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(charset));
    }

    void stop() throws Exception {
        server.stop();
    }
}
