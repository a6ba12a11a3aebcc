package io.github.usher.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The packaged WAR with Usher in it, on a real Tomcat 10.1 that runs as a process of its own. */
final class TomcatDemo implements AutoCloseable {
    private static final int START_SECONDS = 90;
    private static final int STOP_SECONDS = 20;
    private static final String SERVER = """
            <Server port="-1">
              <Service name="Catalina">
                <Connector port="%d" address="127.0.0.1" protocol="HTTP/1.1"/>
                <Engine name="Catalina" defaultHost="localhost">
                  <Host name="localhost" appBase="webapps" autoDeploy="false"/>
                </Engine>
              </Service>
            </Server>
            """;

    private final Process process;
    private final Thread endingWithUs;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final String url;
    private final Path base;

    private TomcatDemo(Process process, String url, Path base) {
        this.process = process;
        this.base = base;
        this.url = url;
        this.endingWithUs = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endingWithUs);
        var reader = new Thread(this::readLog, "log of the demo's Tomcat");
        reader.setDaemon(true);
        reader.start();
    }

    /** @throws IllegalStateException with the log, if it does not start within 90 seconds */
    static TomcatDemo start() throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("demo.tomcat")).toAbsolutePath().normalize();
        if (!Files.isDirectory(home)) {
            throw new IllegalStateException("There is no Tomcat in " + home
                    + ": the build of the servlet module unpacks" + " it. Run mvn verify at the root.");
        }
        int port = freePort();
        var running = Files.createDirectories(
                Path.of(System.getProperty("demo.target")).resolve("running"));
        var base = Files.createTempDirectory(running, "tomcat-");
        layOut(home, base, port);
        var demo = new TomcatDemo(run(home, base, port), "http://localhost:" + port, base);
        demo.awaitStart();
        return demo;
    }

    /** The demo's config names its own port, so it has to be known before the start. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void layOut(Path home, Path base, int port) throws IOException {
        for (var folder : List.of("conf", "lib", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(base.resolve(folder));
        }
        for (var file : List.of("web.xml", "catalina.properties", "context.xml")) {
            Files.copy(home.resolve("conf").resolve(file), base.resolve("conf").resolve(file));
        }
        Files.writeString(base.resolve("conf/server.xml"), SERVER.formatted(port));
        Files.copy(Path.of(System.getProperty("demo.war")), base.resolve("webapps/ROOT.war"));
    }

    private static Process run(Path home, Path base, int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dfile.encoding=UTF-8",
                        "-Ddemo.port=" + port,
                        "-Dcatalina.home=" + home,
                        "-Dcatalina.base=" + base,
                        "-Djava.io.tmpdir=" + base.resolve("temp"),
                        "-cp",
                        home.resolve("bin/bootstrap.jar") + File.pathSeparator + home.resolve("bin/tomcat-juli.jar"),
                        "org.apache.catalina.startup.Bootstrap",
                        "start")
                .directory(base.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private void readLog() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                if (line.contains("Server startup in")) {
                    started.countDown();
                }
            }
        } catch (IOException ended) {
            log.add("The log ended: " + ended);
        }
        started.countDown();
    }

    private void awaitStart() throws InterruptedException {
        if (!started.await(START_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            var said = String.join("\n", log);
            close();
            throw new IllegalStateException("The demo's Tomcat did not start:\n" + said);
        }
    }

    /** Without a slash at the end. */
    String url() {
        return url;
    }

    /** All that Tomcat, the site and Usher have logged so far. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** What the jar in the site's {@code WEB-INF/lib} prints of a submission, run beside the site by {@code java -jar}. */
    String shownByTheCommandLine(String id) throws IOException, InterruptedException {
        var site = base.resolve("webapps/ROOT/WEB-INF");
        try (var jars = Files.newDirectoryStream(site.resolve("lib"), "usher-*.jar")) {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=UTF-8",
                            "-Ddemo.port=" + URI.create(url).getPort(),
                            "-jar",
                            jars.iterator().next().toString(),
                            "submissions",
                            "show",
                            site.resolve("usher.yaml").toString(),
                            id)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        }
    }

    SandboxControl sandbox() {
        return new SandboxControl(url);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(endingWithUs);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** For where no checked exception may be thrown. */
    static TomcatDemo startUnchecked() {
        try {
            return start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Tomcat was starting.", interrupted);
        }
    }
}
