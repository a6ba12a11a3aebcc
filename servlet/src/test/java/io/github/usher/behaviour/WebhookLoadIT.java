package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.App;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Somebody tries out webhook addresses, a thousand a second: the site goes on, and the log stays short. */
class WebhookLoadIT {
    private static final int A_SECOND = 1_000;
    private static final int SECONDS = 4;
    private static final int SENDERS = 4;
    /** The promise is 20 ms on a machine of its own; this one is shared, and sends what it receives. */
    private static final long SLACK_MILLIS = 250;

    @Test
    void a_thousand_wrong_ones_a_second_leave_the_site_and_its_log_as_they_were() throws Exception {
        var site = App.at("/shop").file("index.jsp", "the site").config("""
                mode: send
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: http://127.0.0.1:9
                site:
                  url: https://www.example.com/shop
                forms:
                  contact:
                    path: /submit.jsp
                    accepted-when:
                      redirect: /thanks.jsp
                    router: inbound
                    lead:
                      LastName: ${last_name}
                      Company: ${company}
                """);
        var senders = Executors.newScheduledThreadPool(SENDERS);
        try (var container = Container.of(ContainerKind.TOMCAT_10_1).with(site).start()) {
            percentile99(container.visitor("/shop"));
            long before = percentile99(container.visitor("/shop"));
            var refused = new AtomicInteger();
            for (int i = 0; i < SENDERS; i++) {
                var visitor = container.visitor("/shop");
                senders.scheduleAtFixedRate(
                        () -> send(visitor, refused), 0, SENDERS * 1_000_000L / A_SECOND, TimeUnit.MICROSECONDS);
            }
            long during = percentile99(container.visitor("/shop"));
            senders.shutdownNow();
            senders.awaitTermination(10, TimeUnit.SECONDS);

            System.out.println("p99 of the site's page: " + before + " ms before, " + during + " ms while "
                    + refused.get() / SECONDS + " wrong webhooks a second came");
            assertThat(refused.get()).isGreaterThan(A_SECOND);
            assertThat(during).isLessThan(before + SLACK_MILLIS);
            assertThat(container.log().stream().filter(line -> line.contains("did not give out")))
                    .hasSize(1);
        } finally {
            senders.shutdownNow();
        }
    }

    private static void send(Visitor visitor, AtomicInteger refused) {
        var request = visitor.request("/usher/webhook/7Q4K000001/" + "A".repeat(43))
                .POST(BodyPublishers.ofString("{\"actionType\":\"create\"}"));
        if (visitor.send(request).status() == 403) {
            refused.incrementAndGet();
        }
    }

    /** Of pages asked for one after the other for some seconds; in milliseconds. */
    private static long percentile99(Visitor visitor) {
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            assertThat(visitor.get("/index.jsp").text()).isEqualTo("the site");
            times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        Collections.sort(times);
        return times.get(times.size() * 99 / 100);
    }
}
