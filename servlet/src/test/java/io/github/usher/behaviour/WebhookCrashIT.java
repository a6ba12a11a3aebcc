package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.UsherJar;
import io.github.usher.container.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Tomcat that is killed while webhooks come: each that was answered by 200 is in the store. */
class WebhookCrashIT {
    private static final int SUBMISSIONS = 40;
    private static final int ANSWERS_BEFORE_THE_KILL = 15;
    private static final int SENDERS = 4;
    private static final String OUTSIDE = "https://www.example.com/site";
    private static final Pattern WEBHOOK =
            Pattern.compile("\"webHook\" ?: ?\"" + OUTSIDE + "(/usher/webhook/([0-9A-Z]{12})/[^\"]+)\"");
    private static final Pattern BOOKED = Pattern.compile("\"id\" ?: ?\"([0-9A-Z]{12})\".*\"state\" ?: ?\"booked\"");

    private FakeChiliPiper api;
    private Container container;

    @BeforeEach
    void start() throws IOException {
        api = FakeChiliPiper.start();
        var config = FaultySite.config("site", api.baseUrl(), Duration.ofSeconds(5), Duration.ofSeconds(5))
                .replace("site:\n", "site:\n  url: " + OUTSIDE + "\n");
        container = Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .with(FaultySite.pages("/site").config(config))
                .start();
    }

    @AfterEach
    void stop() {
        container.close();
        api.close();
    }

    /** The address of one submission's webhook. */
    private record Address(String path, String id) {}

    @Test
    void killed_right_after_a_200_it_has_kept_every_booking_that_it_answered_for() throws Exception {
        var addresses = submitted();
        var answered = ConcurrentHashMap.<String>newKeySet();
        var next = new AtomicInteger();
        var enough = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < SENDERS; i++) {
            var visitor = container.visitor("/site");
            senders.add(new Thread(() -> {
                for (int n = next.getAndIncrement(); n < addresses.size(); n = next.getAndIncrement()) {
                    if (!isTaken(visitor, addresses.get(n))) {
                        return;
                    }
                    answered.add(addresses.get(n).id());
                    enough.countDown();
                }
            }));
        }
        senders.forEach(Thread::start);
        enough.await();
        container.kill();
        for (var sender : senders) {
            sender.join();
        }

        assertThat(answered).hasSizeBetween(ANSWERS_BEFORE_THE_KILL, SUBMISSIONS - 1);
        assertThat(booked()).containsAll(answered);
    }

    private List<Address> submitted() throws InterruptedException {
        for (int i = 0; i < SUBMISSIONS; i++) {
            FaultySite.post(container.visitor("/site"), "redirect", "Guest" + i);
        }
        var addresses = new ArrayList<Address>();
        for (var call : api.awaitCalls(SUBMISSIONS)) {
            var found = WEBHOOK.matcher(call.body());
            assertThat(found.find()).as(call.body()).isTrue();
            addresses.add(new Address(found.group(1), found.group(2)));
        }
        return addresses;
    }

    private static boolean isTaken(Visitor visitor, Address address) {
        var event = """
                {"routeId": "508b2f5f4a37500001ba7ffb", "eventId": "608b31626000850001c9a036", "actionType": "create",
                 "slot": {"start": 1619789400000, "end": 1619791200000}}
                """;
        try {
            var request = visitor.request(address.path()).POST(BodyPublishers.ofString(event));
            return visitor.send(request).status() == 200;
        } catch (IllegalStateException killedMeanwhile) {
            return false;
        }
    }

    /** As the command line reads them from the store that the dead one left. */
    private Set<String> booked() throws Exception {
        var config = container.base().resolve("sites/site/WEB-INF/usher.yaml").toString();
        var base = container.base().toString();
        var run = UsherJar.run("submissions", "list", config, "--json", "--tomcat", base, "--application", "site");
        assertThat(run.code()).as(run.err()).isZero();
        return BOOKED.matcher(run.out()).results().map(line -> line.group(1)).collect(Collectors.toSet());
    }
}
