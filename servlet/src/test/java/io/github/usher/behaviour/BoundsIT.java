package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.routing.MisbehavingServer;
import io.github.usher.routing.Misbehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Usher takes of a site at most, and how it is changed and stopped while the site runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundsIT {
    private static final Duration VISITOR_WAITS = Duration.ofSeconds(2);
    /** 250 ms are promised, and seen, on a machine of its own; this one is shared. */
    private static final Duration SLACK = Duration.ofMillis(750);

    private static final Duration STOPS_WITHIN = Duration.ofMillis(2_500);
    private static final int WAITING_THREADS = 8;
    private static final int SECONDS = Integer.getInteger("usher.bounds.seconds", 4);
    private static final int A_SECOND = 50;
    /** 200 ms on a machine of its own; this one is shared. */
    private static final long OTHER_PAGES_MILLIS = 1_000;

    private final ExecutorService visitors = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private MisbehavingServer hanging;
    private MisbehavingServer good;
    private Container container;
    private Path config;
    private String goodConfig;

    @BeforeAll
    void start() throws IOException {
        hanging = MisbehavingServer.start(Misbehaviour.hangs());
        good = MisbehavingServer.start(Misbehaviour.answersWell());
        var builder = Container.of(ContainerKind.TOMCAT_10_1).sharing(Build.usherJar());
        for (var way : List.of("redirect", "forward", "contains")) {
            builder.with(FaultySite.pages("/" + way)
                    .config(FaultySite.config(way, hanging.url(), VISITOR_WAITS, Duration.ofSeconds(20)))
                    .file("waiting.jsp", """
                            <%@ page session="false" %><%
                            int waiting = 0;
                            for (java.util.Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
                                StackTraceElement[] stack = thread.getValue();
                                if (!thread.getKey().getName().startsWith("http-") || stack.length == 0 || !stack[0].getMethodName().equals("park")) { continue; }
                                for (StackTraceElement element : stack) {
                                    if (element.getClassName().startsWith("io.github.usher") && element.getMethodName().equals("comesWithin")) { waiting++; break; }
                                }
                            }
                            %><%= waiting %>"""));
        }
        goodConfig = FaultySite.config("edited", good.url(), VISITOR_WAITS, Duration.ofSeconds(20));
        container = builder.with(FaultySite.pages("/edited"))
                .file("conf/usher/edited.yaml", goodConfig)
                .start();
        config = container.base().resolve("conf/usher/edited.yaml");
    }

    @AfterAll
    void stop() {
        visitors.shutdownNow();
        clock.shutdownNow();
        if (container != null) {
            container.close();
        }
        hanging.close();
        good.close();
    }

    /** 50 leads a second while the API hangs. */
    @ParameterizedTest
    @ValueSource(strings = {"redirect", "forward", "contains"})
    void an_api_that_hangs_takes_eight_threads_at_most_and_leaves_other_pages_alone(String way) {
        FaultySite.submit(container, "/" + way, way, "WarmUp");
        var journeys = new CopyOnWriteArrayList<CompletableFuture<Journey>>();
        var otherPages = new CopyOnWriteArrayList<Long>();
        var waiting = new CopyOnWriteArrayList<Integer>();
        var arriving = clock.scheduleAtFixedRate(
                () -> {
                    int number = journeys.size();
                    journeys.add(CompletableFuture.supplyAsync(
                            () -> FaultySite.submit(container, "/" + way, way, way + number), visitors));
                },
                0,
                1_000 / A_SECOND,
                TimeUnit.MILLISECONDS);
        var looking = container.visitor("/" + way);
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            waiting.add(Integer.parseInt(looking.get("/waiting.jsp").text().strip()));
            looking.get("/index.jsp");
            otherPages.add((System.nanoTime() - start) / 2_000_000);
        }
        arriving.cancel(false);
        // One may be arriving just now: he is among those that are waited for.
        CompletableFuture.runAsync(() -> {}, clock).join();
        var done = journeys.stream().map(CompletableFuture::join).toList();

        long slowest = done.stream().mapToLong(Journey::millis).max().orElseThrow();
        long p99 = otherPages.stream()
                .sorted()
                .skip(otherPages.size() * 99L / 100)
                .findFirst()
                .orElseThrow();
        int most = waiting.stream().mapToInt(Integer::intValue).max().orElseThrow();
        System.out.printf(
                "%s, API hanging: %d visitors, slowest %d ms; other pages p99 %d ms of %d; threads waiting at most %d%n",
                way, done.size(), slowest, p99, otherPages.size(), most);
        assertThat(done)
                .hasSizeGreaterThan(SECONDS * A_SECOND / 2)
                .allMatch(journey -> journey.outside() == null)
                .allMatch(journey -> journey.last().text().strip().equals("Thank you."));
        assertThat(slowest).isLessThan(VISITOR_WAITS.plus(SLACK).toMillis());
        assertThat(p99).isLessThan(OTHER_PAGES_MILLIS);
        assertThat(most).isLessThanOrEqualTo(WAITING_THREADS);
        if (way.equals("redirect")) {
            assertThat(most)
                    .as("nobody waits on a thread before a hand-off page")
                    .isZero();
        } else {
            assertThat(most).as("the first eight do wait").isEqualTo(WAITING_THREADS);
        }
        assertThat(looking.get("/waiting.jsp").text().strip()).isEqualTo("0");
    }

    @Nested
    class The_kill_switch {
        @AfterEach
        void goOn() throws IOException {
            Files.deleteIfExists(config.resolveSibling("STOP"));
            Eventually.holds("that Usher works again", Duration.ofSeconds(5), () -> handsOff("Again"));
        }

        @Test
        void lets_every_request_pass_within_two_seconds() throws IOException {
            assertThat(handsOff("Before")).isTrue();

            Files.createFile(config.resolveSibling("STOP"));

            Eventually.holds("that requests pass", STOPS_WITHIN, () -> !handsOff("Stopped"));
            assertThat(container.visitor("/edited").get("/usher/ping").status()).isEqualTo(404);
            container.awaitLog("A file STOP is there: Usher is off for the application /edited");
        }
    }

    @Nested
    class A_config_that_is_edited {
        @AfterEach
        void restore() throws IOException {
            write(goodConfig);
            Eventually.holds("that the old config works again", Duration.ofSeconds(5), () -> handsOff("Restored"));
        }

        @Test
        void takes_effect_without_a_restart() throws IOException {
            write(goodConfig.replace("mode: send", "mode: stopped"));

            Eventually.holds("that requests pass", Duration.ofSeconds(5), () -> !handsOff("Edited"));
            container.awaitLog("The edited config is at work.");
        }

        @Test
        void keeps_the_last_good_one_where_it_has_mistakes_and_says_so() throws IOException {
            write(goodConfig.replace("LastName:", "Lastname:"));

            container.awaitLog("The edited config of the application /edited has 3 mistakes. The last good one stays");
            assertThat(handsOff("Bad")).isTrue();
        }

        @Test
        void may_be_away_for_a_moment() throws IOException {
            int before = container.log().size();
            Files.move(config, config.resolveSibling("away"));
            long end = System.nanoTime() + Duration.ofMillis(2_500).toNanos();
            Eventually.holds("time", Duration.ofSeconds(5), () -> {
                assertThat(handsOff("Away")).isTrue();
                return System.nanoTime() > end;
            });
            Files.move(config.resolveSibling("away"), config);

            assertThat(handsOff("Back")).isTrue();
            assertThat(container.log().subList(before, container.log().size()))
                    .noneMatch(line -> line.contains("edited config") || line.contains("Usher failed"));
        }
    }

    /** Goes all the way: hand-off pages that no browser fetches would make Usher think that nobody reaches them. */
    private boolean handsOff(String name) {
        return FaultySite.submit(container, "/edited", "redirect", name).handsOff();
    }

    /** As a careful editor does it. */
    private void write(String text) throws IOException {
        var beside = config.resolveSibling("edited.yaml.new");
        Files.writeString(beside, text);
        Files.move(beside, config, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
