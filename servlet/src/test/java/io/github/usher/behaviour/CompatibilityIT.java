package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each way in, with each way of {@code accepted-when}, on each container and Java; and the table of what ran. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompatibilityIT {
    private final CompatibilityTable table = new CompatibilityTable();
    private FakeChiliPiper api;

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
    }

    @AfterAll
    void stop() throws IOException {
        api.close();
        table.write();
    }

    @TestFactory
    Stream<DynamicContainer> every_way_in_takes_every_kind_of_accepted_form() {
        return Arrays.stream(ContainerKind.values())
                .flatMap(kind -> Javas.all().stream().map(java -> of(kind, java)));
    }

    private DynamicContainer of(ContainerKind kind, Javas.Home java) {
        var name = kind + " on Java " + java.version();
        var running = new Running(kind, java.home());
        var tests = ways(kind).stream()
                .flatMap(way -> FiveWays.WAYS.stream()
                        .map(accepted -> dynamicTest(way.words() + ": " + accepted, () -> {
                            accepts(running.container(), way, accepted);
                            table.passed(way.words(), kind, java.version(), accepted);
                        })));
        return DynamicContainer.dynamicContainer(name, Stream.concat(tests, Stream.of(ends(running))));
    }

    private static DynamicTest ends(Running running) {
        return dynamicTest("ends", running::close);
    }

    private static List<WayIn> ways(ContainerKind kind) {
        return Arrays.stream(WayIn.values()).filter(way -> way.isFor(kind)).toList();
    }

    private void accepts(Container container, WayIn way, String accepted) {
        api.reset();
        var visitor = container.visitor(way.contextPath());
        // Where a container starts filters late and runs no initializer of ours, this is what starts Usher.
        Eventually.holds(
                "that Usher has started",
                Duration.ofSeconds(20),
                () -> visitor.get("/usher/ping").status() == 200);

        if (!accepted.equals("posted")) {
            assertThat(visitor.post("/" + accepted + ".jsp", "last_name", "").text())
                    .contains("Please fill in.");
        }
        var reply = visitor.post("/" + accepted + ".jsp", "last_name", "Ada " + way);

        var page = accepted.equals("tag") ? frame(reply.text()) : reply.header("Location");
        assertThat(page).as(reply.toString()).contains(way.contextPath() + "/usher/booking/");
        var handOff = reply.uri().resolve(String.valueOf(page)).toString();
        assertThat(visitor.get(handOff + "?wait").text())
                .contains(api.calendarUrl().replace("&", "&amp;"));
        assertThat(api.calls()).hasSize(1);
    }

    private static String frame(String page) {
        var address = page.replaceAll("(?s).*<iframe[^>]* src=\"([^\"]*)\".*", "$1");
        return address.equals(page) ? "" : address.replace("&amp;", "&");
    }

    /** Started at the first test that needs it. */
    private final class Running {
        private final ContainerKind kind;
        private final Path java;
        private @Nullable Container container;

        Running(ContainerKind kind, Path java) {
            this.kind = kind;
            this.java = java;
        }

        Container container() throws IOException {
            var running = container;
            if (running == null) {
                running = starting().start();
                container = running;
            }
            return running;
        }

        private Container.Builder starting() {
            var building = Container.of(kind).java(java).jvm("-Xmx512m");
            for (var way : ways(kind)) {
                building.with(way.site(kind, api.baseUrl()));
            }
            if (kind.isTomcat()) {
                building.sharing(Build.usherJar()).file("conf/usher/shared.yaml", FiveWays.config(api.baseUrl()));
            }
            return building;
        }

        void close() {
            if (container != null) {
                container.close();
            }
        }
    }
}
