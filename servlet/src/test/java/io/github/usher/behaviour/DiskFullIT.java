package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.store.SmallDisk;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk that the store lies on is full, however small it is. Needs a user who may mount one. */
@Tag("long")
class DiskFullIT {
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 40})
    void the_site_goes_on_the_lead_goes_to_the_api_at_once_and_the_store_recovers_by_itself(int megabytes)
            throws Exception {
        try (var disk = SmallDisk.ofMegabytes(megabytes);
                var api = FakeChiliPiper.start();
                var container = Container.of(ContainerKind.TOMCAT_10_1)
                        .sharing(Build.usherJar())
                        .with(FaultySite.pages("/site")
                                .config(CrashIT.catchingUpFast(api) + "store:\n  dir: "
                                        + disk.folder().resolve("store") + "\n"))
                        .start()) {
            var book = new LeadBook(api);
            Eventually.holds("that Usher hands off", Duration.ofSeconds(20), () -> handsOff(container, "Before"));
            var filler = disk.fill();

            Eventually.holds(
                    "that the store takes nothing more", Duration.ofSeconds(60), () -> !handsOff(container, "Filling"));
            var journey = FaultySite.submit(container, "/site", "redirect", "Full");
            assertThat(journey.outside()).isNull();
            assertThat(journey.last().text().strip()).isEqualTo("Thank you.");
            Eventually.holds("that the lead is at the API", Duration.ofSeconds(10), () -> book.arrived("Full"));
            container.awaitLog("The store fails: ");

            Files.delete(filler);
            Eventually.holds("that Usher hands off again", Duration.ofSeconds(90), () -> handsOff(container, "After"));
            container.awaitLog("The store takes submissions again", Duration.ofSeconds(60));
            Eventually.holds(
                    "that nothing waits",
                    Duration.ofSeconds(60),
                    () -> FaultySite.health(container, "/site").contains("\"waiting\":0"));
            assertThat(book.sentAgain()).isEmpty();
        }
    }

    private static boolean handsOff(Container container, String name) {
        return FaultySite.submit(container, "/site", "redirect", name + System.nanoTime())
                .handsOff();
    }
}
