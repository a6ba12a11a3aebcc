package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One jar in Tomcat's shared lib for several applications, each with its own config, or none, or a jar of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedJarIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private FakeChiliPiper api;
    private Container container;

    @BeforeAll
    void start() throws IOException {
        api = FakeChiliPiper.start();
        container = Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .file("conf/server.xml", DeployingTomcat.SERVER)
                .file("conf/usher/one.yaml", config("first"))
                .file("conf/usher/localhost/two.yaml", config("second"))
                .with(FiveWays.at("/one").withoutUsher())
                .with(FiveWays.at("/two").withoutUsher())
                .with(FiveWays.at("/none").withoutUsher())
                .with(FiveWays.at("/copy").config(config("third")))
                .start();
    }

    private String config(String router) {
        return FiveWays.config(api.baseUrl()).replace("router: inbound", "router: " + router);
    }

    @AfterAll
    void stop() {
        if (container != null) {
            container.close();
        }
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"/one, first", "/two, second", "/copy, third"})
    void each_application_has_its_own_config(String site, String router) {
        var reply = container.visitor(site).post("/redirect.jsp", "last_name", "Ada " + router);

        assertThat(reply.location().getPath()).startsWith(site + "/usher/booking/");
        Eventually.holds(
                "a call by the router " + router,
                PATIENCE,
                () -> api.calls().stream().anyMatch(call -> call.body().contains("\"router\":\"" + router + "\"")));
    }

    @Test
    void an_application_without_a_config_is_left_alone() {
        var reply = container.visitor("/none").post("/redirect.jsp", "last_name", "Ada");

        assertThat(reply.location().getPath()).isEqualTo("/none/thanks.jsp");
    }

    @Test
    void while_one_is_deployed_anew_the_other_goes_on() throws IOException {
        for (int i = 1; i <= 2; i++) {
            int starts = starts();
            int before = i * 1000;
            var posted = new int[] {before};
            DeployingTomcat.deployAnew(DeployingTomcat.descriptor(container, "one"), i);
            Eventually.holds("that it has started again", PATIENCE, () -> {
                assertThat(handsOff("/two", "Bob " + posted[0]++)).isTrue();
                return starts() > starts
                        && container.visitor("/one").get("/thanks.jsp").status() == 200;
            });
            assertThat(posted[0]).isGreaterThan(before);
            assertThat(handsOff("/one", "Eve " + i)).isTrue();
        }
    }

    private boolean handsOff(String site, String name) {
        var reply = container.visitor(site).post("/redirect.jsp", "last_name", name);
        return reply.location().getPath().startsWith(site + "/usher/booking/");
    }

    private int starts() {
        return (int) container.log().stream()
                .filter(line -> line.contains("Usher 1.0: ") && line.contains("conf/usher/one.yaml"))
                .count();
    }
}
