package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Deploy, submit, undeploy, again and again, by Tomcat's own manager: neither a class loader nor a thread, a driver, a
 * file or an MXBean of ours is left.
 */
class RedeployIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** The one that Java 17 itself may hold: see {@link UnloadIT}. */
    private static final int HELD_BY_JAVA = 1;

    private static final String SERVER = """
            <Server port="-1">
              <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
              <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>
              <Service name="Catalina">
                <Connector port="0" address="127.0.0.1" protocol="HTTP/1.1"/>
                <Engine name="Catalina" defaultHost="localhost">
                  <Realm className="org.apache.catalina.realm.MemoryRealm"/>
                  <Host name="localhost" appBase="webapps" autoDeploy="false"/>
                </Engine>
              </Service>
            </Server>
            """;
    private static final String USERS = """
            <tomcat-users xmlns="http://tomcat.apache.org/xml" version="1.0">
              <user username="admin" password="admin" roles="manager-script,manager-jmx"/>
            </tomcat-users>
            """;

    private FakeChiliPiper api;
    private Container container;

    int rounds() {
        return Integer.getInteger("usher.redeploy.rounds", 4);
    }

    @BeforeEach
    void start() throws IOException {
        api = FakeChiliPiper.start();
        var kind = ContainerKind.TOMCAT_10_1;
        container = Container.of(kind)
                .file("conf/server.xml", SERVER)
                .file("conf/tomcat-users.xml", USERS)
                .file(
                        "conf/Catalina/localhost/manager.xml",
                        "<Context docBase=\"%s\" privileged=\"true\"/>"
                                .formatted(kind.home().resolve("webapps/manager")))
                .with(FaultySite.pages("/again")
                        .jar(Build.usherJar())
                        .config(FaultySite.config("again", api.baseUrl(), Duration.ofSeconds(8), Duration.ofSeconds(20))
                                + "store:\n  patience: 10s\n"))
                .start();
        manager("text/undeploy?path=/again");
    }

    @AfterEach
    void stop() {
        container.close();
        api.close();
    }

    @Test
    void nothing_is_left_of_an_application_that_is_gone() {
        var site = container.base().resolve("sites/again");
        for (int round = 1; round <= rounds(); round++) {
            assertThat(manager("text/deploy?path=/again&war=file:" + site)).startsWith("OK");
            assertThat(FaultySite.submit(container, "/again", "redirect", "Round" + round)
                            .outside())
                    .as("round " + round)
                    .hasToString(api.calendarUrl());
            assertThat(manager("text/undeploy?path=/again")).startsWith("OK");
        }

        assertThat(jcmd("Thread.print")).doesNotContain("usher");
        // The JDK's HTTP client of Java 17 ends some seconds after nobody refers to it any more.
        Eventually.holds(
                "that class loaders are collected", PATIENCE, () -> classLoaders() <= applications() + HELD_BY_JAVA);
        Eventually.holds(
                "that no driver is left",
                PATIENCE,
                () -> instances("io\\.github\\.usher\\.shaded\\.org\\.h2\\.Driver") == 0);
        assertThat(openFiles()).noneMatch(file -> file.contains("/base/usher/") || file.contains("/again"));
        assertThat(manager("jmxproxy/?qry=*:*").lines().filter(line -> line.startsWith("Name: ")))
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).matches(".*(usher|hikari|h2).*"));
        // Its own leak finder names what is left by the address; the one that Java holds is the last.
        var leaks = manager("text/findleaks?statusLine=true");
        System.out.printf(
                "deploy, submit, undeploy, %d times: %d class loaders for %d applications; findleaks: %s%n",
                rounds(), classLoaders(), applications(), leaks.strip().replace('\n', ' '));
        assertThat(leaks.lines().filter(line -> line.equals("/again")).count()).isLessThanOrEqualTo(HELD_BY_JAVA);
        assertThat(container.log())
                .noneMatch(line -> line.contains("memory leak") || line.contains("did not end in time"))
                .noneMatch(line -> line.contains("Usher failed"));
    }

    private String manager(String command) {
        var visitor = container.visitor("/manager");
        var password = Base64.getEncoder().encodeToString("admin:admin".getBytes(UTF_8));
        return visitor.send(visitor.request("/" + command).header("Authorization", "Basic " + password))
                .text();
    }

    /** Those that run now. */
    private int applications() {
        return Math.toIntExact(manager("text/list")
                .lines()
                .filter(line -> line.startsWith("/"))
                .count());
    }

    private int classLoaders() {
        return instances("org\\.apache\\.catalina\\.loader\\.ParallelWebappClassLoader");
    }

    /** Live ones; asking makes the JVM collect all others. */
    private int instances(String type) {
        var found = Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +" + type + "(?= |$)")
                .matcher(jcmd("GC.class_histogram"));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private List<String> openFiles() {
        var files = new ArrayList<String>();
        try (var handles = Files.list(Path.of("/proc/" + container.pid() + "/fd"))) {
            for (var handle : handles.toList()) {
                if (Files.isSymbolicLink(handle)) {
                    files.add(Files.readSymbolicLink(handle).toString());
                }
            }
        } catch (IOException closedMeanwhile) {
            assertThat(files).isNotEmpty();
        }
        return files;
    }

    private String jcmd(String... command) {
        return Jcmd.of(container, command);
    }
}
