package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk of a Tomcat under load fails: for some seconds the third sync of each thread is an input/output error. */
@Tag("long")
class BadDiskIT {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);

    private FakeChiliPiper api;
    private LeadBook book;
    private Container container;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v strace").start().waitFor() == 0,
                "This test makes a disk fail with strace. On Debian: apt-get install strace");
        api = FakeChiliPiper.start();
        book = new LeadBook(api);
        container = Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .with(FaultySite.pages("/site").config(CrashIT.catchingUpFast(api)))
                .start();
    }

    @AfterEach
    void stop() {
        if (container != null) {
            container.close();
            api.close();
        }
    }

    @Test
    void every_visitor_is_answered_in_time_the_file_is_not_trusted_again_and_nobody_is_lost() throws Exception {
        try (var crowd = new Crowd("BadDisk", 4, Integer.MAX_VALUE, Duration.ofMillis(50))) {
            crowd.goTo(container.uri("/site"));
            work(Duration.ofSeconds(2));
            var failing = failSyncs();
            work(Duration.ofSeconds(5));
            failing.destroy();
            failing.waitFor(20, TimeUnit.SECONDS);
            container.awaitLog("The store's file failed, and is not trusted again.");
            container.awaitLog(
                    "submissions were taken over from a store's file that was broken", Duration.ofSeconds(90));
            work(Duration.ofSeconds(3));
            crowd.leave();
            container.kill();
            container = container.restarted();
            Eventually.holds(
                    "that all arrive",
                    Duration.ofMinutes(3),
                    () -> book.missing(crowd.answered()).isEmpty());

            System.out.printf(
                    "Syncs of the disk failed: %d visitors, the slowest answer %d ms, %d missing, %d sent again after a"
                            + " good answer%n",
                    crowd.answered().size(),
                    crowd.slowest().toMillis(),
                    book.missing(crowd.answered()).size(),
                    book.sentAgain().size());
            assertThat(crowd.slowest()).isLessThan(ANSWERED_WITHIN);
        }
    }

    private Process failSyncs() throws IOException {
        return new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-p",
                        Long.toString(container.pid()),
                        "-e",
                        "trace=fsync,fdatasync",
                        "-e",
                        "inject=fsync,fdatasync:error=EIO:when=3")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void work(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
