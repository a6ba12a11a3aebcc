package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk that the store lies on is full. Needs a user who may mount a small one. */
@Tag("long")
class DiskFullIT {
    private static final int CHUNK = 4_096;

    private Path disk;
    private FakeChiliPiper api;
    private LeadBook book;
    private Container container;

    @BeforeEach
    void start() throws Exception {
        disk = Files.createTempDirectory("usher-small-disk");
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=40m,mode=0700", "tmpfs", disk.toString()), "may not mount");
        api = FakeChiliPiper.start();
        book = new LeadBook(api);
        container = Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .with(FaultySite.pages("/site")
                        .config(CrashIT.catchingUpFast(api) + "store:\n  dir: " + disk.resolve("store") + "\n"))
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        if (container != null) {
            container.close();
            api.close();
        }
        run("umount", disk.toString());
        Files.deleteIfExists(disk);
    }

    @Test
    void the_site_goes_on_the_lead_goes_to_the_api_at_once_and_the_store_recovers_by_itself() throws Exception {
        Eventually.holds("that Usher hands off", Duration.ofSeconds(20), () -> handsOff("Before"));
        var filler = disk.resolve("filler");
        fill(filler);

        Eventually.holds("that the store takes nothing more", Duration.ofSeconds(60), () -> !handsOff("Filling"));
        var journey = FaultySite.submit(container, "/site", "redirect", "Full");
        assertThat(journey.outside()).isNull();
        assertThat(journey.last().text().strip()).isEqualTo("Thank you.");
        Eventually.holds("that the lead is at the API", Duration.ofSeconds(10), () -> book.arrived("Full"));
        container.awaitLog("The store fails: ");

        Files.delete(filler);
        Eventually.holds("that Usher hands off again", Duration.ofSeconds(90), () -> handsOff("After"));
        container.awaitLog("The store takes submissions again", Duration.ofSeconds(60));
        Eventually.holds(
                "that nothing waits",
                Duration.ofSeconds(60),
                () -> FaultySite.health(container, "/site").contains("\"waiting\":0"));
        assertThat(book.sentAgain()).isEmpty();
    }

    private boolean handsOff(String name) {
        return FaultySite.submit(container, "/site", "redirect", name + System.nanoTime())
                .handsOff();
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[CHUNK]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
