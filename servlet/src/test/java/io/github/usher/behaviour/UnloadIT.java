package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.App;
import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.routing.MisbehavingServer;
import io.github.usher.routing.Misbehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** An application that is deployed anew again and again, or taken away, leaves nothing of Usher behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnloadIT {
    private static final int RELOADS = Integer.getInteger("usher.unload.reloads", 5);
    /**
     * Java 17 itself holds the class of the record that was compared last in this JVM, by a cache of
     * java.lang.runtime.ObjectMethods, until another is.
     */
    private static final int MOST_CLASS_LOADERS = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private MisbehavingServer api;
    private Container container;

    @BeforeAll
    void start() throws IOException {
        api = MisbehavingServer.start(Misbehaviour.answersWell());
        container = Container.of(ContainerKind.TOMCAT_10_1)
                .file("conf/server.xml", DeployingTomcat.SERVER)
                .with(site())
                .start();
    }

    private App site() {
        return FaultySite.pages("/again")
                .jar(Build.usherJar())
                .config(FaultySite.config("again", api.url(), Duration.ofSeconds(4), Duration.ofSeconds(20)));
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.close();
        }
        api.close();
    }

    @Test
    @Order(1)
    void what_a_call_needs_is_loaded_before_the_first_visitor_comes() {
        Eventually.holds(
                "that a call has been gone through",
                PATIENCE,
                () -> jcmd("VM.class_hierarchy", "io.github.usher.routing.LeadPublisher")
                        .contains("io.github.usher.routing.LeadPublisher"));
        assertThat(api.requests()).isEmpty();
    }

    @Test
    @Order(2)
    void no_thread_at_most_the_class_loader_that_java_holds_and_no_warning_of_the_container() throws Exception {
        var descriptor = DeployingTomcat.descriptor(container, "again");
        for (int i = 1; i <= RELOADS; i++) {
            assertThat(FaultySite.submit(container, "/again", "redirect", "Good" + i)
                            .outside())
                    .hasHost("acme.chilipiper.com");
            api.next(Misbehaviour.hangs());
            FaultySite.submit(container, "/again", "forward", "Hanging" + i);
            int starts = starts();
            DeployingTomcat.deployAnew(descriptor, i);
            Eventually.holds("reload " + i, PATIENCE, () -> starts() > starts && answers());
        }
        changeTheApi();
        Files.delete(descriptor);
        Eventually.holds("that the application is gone", PATIENCE, () -> !answers());

        assertThat(jcmd("Thread.print")).doesNotContain("usher");
        Eventually.holds("that class loaders are collected", PATIENCE, () -> classLoaders() <= MOST_CLASS_LOADERS);
        // Before Java 21 the JDK's own thread of an HTTP client ends some seconds after the client was collected.
        Eventually.holds(
                "that the HTTP clients end",
                PATIENCE,
                () -> !jcmd("Thread.print").contains("SelectorManager"));
        assertThat(container.log())
                .noneMatch(line -> line.contains("memory leak") || line.contains("did not end in time"))
                .noneMatch(line -> line.contains("Usher failed"));
    }

    /** The client of the earlier config lives on for its calls, and must end with the application all the same. */
    private void changeTheApi() throws IOException {
        var config = container.base().resolve("sites/again/WEB-INF/usher.yaml");
        Files.writeString(config, Files.readString(config).replace("tenant: acme", "tenant: another"));
        container.awaitLog("The edited config is at work.");
    }

    private int starts() {
        return (int) container.log().stream()
                .filter(line -> line.contains("Usher 1.0: 3 forms"))
                .count();
    }

    /** Live ones; asking makes the JVM collect all others. */
    private int classLoaders() {
        var line = Pattern.compile(
                "(?m)^ *\\d+: +(\\d+) +\\d+ +org\\.apache\\.catalina\\.loader\\.ParallelWebappClassLoader\\b");
        var found = line.matcher(jcmd("GC.class_histogram"));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private boolean answers() {
        return container.visitor("/again").get("/index.jsp").status() == 200;
    }

    private String jcmd(String... command) {
        try {
            var line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(container.pid())));
            line.addAll(List.of(command));
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
