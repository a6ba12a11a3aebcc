package io.github.usher.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Visitors who submit one form after the other, each with a name of its own, and remember which were answered. */
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Thread> visitors = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private volatile List<URI> sites = List.of();
    private final String prefix;
    private final int most;
    private final Duration pause;
    private volatile boolean closed;
    private volatile long slowest;

    /**
     * @param prefix of all names
     * @param most how many forms are submitted in all
     * @param pause of each visitor between two forms
     */
    Crowd(String prefix, int visitors, int most, Duration pause) {
        this.prefix = prefix;
        this.most = most;
        this.pause = pause;
        for (int i = 0; i < visitors; i++) {
            this.visitors.add(new Thread(this::visit, "visitor-" + i));
        }
        this.visitors.forEach(Thread::start);
    }

    /** Where they go from now on, by turns; nowhere while there is none. */
    void goTo(URI... addresses) {
        sites = List.of(addresses);
    }

    private void visit() {
        try {
            while (!closed) {
                var now = sites;
                if (now.isEmpty()) {
                    Thread.sleep(5);
                    continue;
                }
                int number = count.incrementAndGet();
                if (number > most) {
                    return;
                }
                submit(now.get(number % now.size()), prefix + number);
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void submit(URI site, String name) throws InterruptedException {
        var form = "last_name=" + URLEncoder.encode(name, UTF_8) + "&email=" + name + "%40ae.example";
        var request = HttpRequest.newBuilder(URI.create(site + "/redirect.jsp"))
                .timeout(PATIENCE)
                .header("User-Agent", "Mozilla/5.0 (" + name + ")")
                .header("Accept", "text/html")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        long start = System.nanoTime();
        try {
            var reply = client.send(request, BodyHandlers.discarding());
            slowest = Math.max(slowest, System.nanoTime() - start);
            if (reply.headers().firstValue("Location").isPresent()) {
                answered.add(name);
            }
        } catch (IOException theServerDied) {
            // Nobody was told that this one was accepted.
            count.get();
        }
    }

    /** The names of those who saw the answer to their form. */
    Set<String> answered() {
        return Set.copyOf(answered);
    }

    Duration slowest() {
        return Duration.ofNanos(slowest);
    }

    /** Until all forms have been submitted. */
    void finish() throws InterruptedException {
        for (var visitor : visitors) {
            visitor.join();
        }
    }

    /** They go, and what they were about to submit is not answered for. */
    void leave() throws InterruptedException {
        closed = true;
        visitors.forEach(Thread::interrupt);
        finish();
    }

    @Override
    public void close() {
        try {
            leave();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
