package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Containers that start filters at the first request: saved leads must not wait for a visitor. */
@Tag("long")
class LateFiltersIT {
    private static final URI API = URI.create("http://127.0.0.1:9");

    @ParameterizedTest
    @EnumSource(names = {"WILDFLY", "OPEN_LIBERTY", "OPEN_LIBERTY_EE8"})
    void usher_starts_with_the_application(ContainerKind kind) throws IOException {
        try (var container = Container.of(kind)
                .with(WayIn.JAR_ALONE.site(kind, API))
                .with(WayIn.DECLARED_3_1.site(kind, API).webXml(WayIn.declared(kind, "a", "b")))
                .start()) {
            container.awaitLog("Nobody reads the init-param a of the filter usher.");
            Eventually.holds(
                    "both start lines",
                    java.time.Duration.ofSeconds(20),
                    () -> container.log().stream()
                                    .filter(line -> line.contains("Usher 1.0: 5 forms"))
                                    .count()
                            == 2);

            assertThat(container.visitor("/jar").get("/usher/ping").text()).isEqualTo("usher");
            assertThat(container.visitor("/declared31").get("/usher/ping").text())
                    .isEqualTo("usher");
            assertThat(container.log().stream().filter(line -> line.contains("Usher 1.0: 5 forms")))
                    .hasSize(2);
        }
    }
}
