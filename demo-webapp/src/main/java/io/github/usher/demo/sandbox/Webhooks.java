package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Posts the legacy webhook to the address that came with a routing request. The sandbox talks to this machine only, so
 * another host is noted and not called. Thread-safe; sends in the background, once, unless it is told to send again, to
 * hold back what comes, or to send what it held back in the wrong order.
 */
public final class Webhooks {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Recent<Delivery> deliveries = new Recent<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private boolean holding;
    private final HttpClient client;
    private final Clock clock;

    Webhooks(Executor executor, Clock clock) {
        this.client = HttpClient.newBuilder()
                .executor(executor)
                .connectTimeout(TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.clock = clock;
    }

    /**
     * Tells the site what happened to a meeting.
     *
     * @param actionType {@code create}, {@code reschedule}, {@code agent_reschedule}, {@code reassign}, {@code cancel} or
     *     {@code prospect_cancel}
     */
    void send(String actionType, Meeting meeting) {
        String address = meeting.route().webHook();
        if (address.isEmpty()) {
            note(actionType, meeting, "not sent: the request named no webHook");
            return;
        }
        URI target = loopback(address);
        if (target == null) {
            note(actionType, meeting, "not sent: the sandbox calls this machine only");
            return;
        }
        String body = body(actionType, meeting).toString();
        sendOrHold(actionType, meeting.eventId(), new Outgoing(target, Map.of(), body));
    }

    /** Posts a webhook of the Demand Conversion Platform. */
    void send(String type, Meeting meeting, ConciergeWebhook.Signature signature, URI target) {
        sendOrHold(
                type + " (" + signature.name().toLowerCase(Locale.ROOT) + ")",
                meeting.eventId(),
                ConciergeWebhook.of(target, type, meeting, signature, clock.instant()));
    }

    /** Posts an earlier one again, that many times at once. */
    void again(int number, int times, boolean oneLetterChanged) {
        deliveries.newestFirst().stream()
                .filter(delivery -> delivery.number() == number)
                .findFirst()
                .ifPresent(delivery -> {
                    Outgoing sent = delivery.sent();
                    if (sent != null) {
                        Outgoing now = oneLetterChanged ? sent.withOneLetterChanged() : sent;
                        for (int i = 0; i < times; i++) {
                            post(delivery.actionType(), delivery.eventId(), now);
                        }
                    }
                });
    }

    /** From now on, whether webhooks wait; those that wait go out then, the last one first. */
    synchronized void hold(boolean hold) {
        holding = hold;
        // Each when the one before is answered: they would overtake one another.
        CompletableFuture<?> answered = CompletableFuture.completedFuture(null);
        while (!hold && !held.isEmpty()) {
            Held last = held.removeLast();
            answered = answered.handle((answer, failure) -> last)
                    .thenCompose(next -> post(next.actionType(), next.eventId(), next.outgoing()));
        }
    }

    public synchronized boolean isHolding() {
        return holding;
    }

    public synchronized int heldBack() {
        return held.size();
    }

    private synchronized void sendOrHold(String actionType, String eventId, Outgoing outgoing) {
        if (holding) {
            held.addLast(new Held(actionType, eventId, outgoing));
        } else {
            post(actionType, eventId, outgoing);
        }
    }

    private CompletableFuture<?> post(String actionType, String eventId, Outgoing outgoing) {
        var request = HttpRequest.newBuilder(outgoing.target())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(outgoing.body()));
        outgoing.headers().forEach(request::header);
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .whenComplete((response, failure) -> deliveries.add(new Delivery(
                        numbers.incrementAndGet(),
                        clock.instant(),
                        actionType,
                        eventId,
                        failure == null ? "answered " + response.statusCode() : "failed: " + failure.getMessage(),
                        outgoing)));
    }

    public List<Delivery> newestFirst() {
        return deliveries.newestFirst();
    }

    synchronized void clear() {
        held.clear();
        holding = false;
        deliveries.clear();
    }

    /** The documented body; its {@code args} are also those of the browser message {@code booking-confirmed}. */
    static ObjectNode body(String actionType, Meeting meeting) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("routeId", meeting.route().routeId());
        body.put("eventId", meeting.eventId());
        body.put("actionType", actionType);
        body.put("assigneeId", meeting.host().id());
        body.putObject("slot")
                .put("start", meeting.start().toEpochMilli())
                .put("end", meeting.end().toEpochMilli());
        return body;
    }

    private static @Nullable URI loopback(String address) {
        try {
            URI uri = URI.create(address);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && LOOPBACK.contains(uri.getHost()) ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void note(String actionType, Meeting meeting, String outcome) {
        deliveries.add(
                new Delivery(numbers.incrementAndGet(), clock.instant(), actionType, meeting.eventId(), outcome, null));
    }

    private record Held(String actionType, String eventId, Outgoing outgoing) {}
}
