package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Posts the legacy webhook to the address that came with a routing request. The sandbox talks to this machine only, so
 * another host is noted and not called. Thread-safe; sends in the background, once, and does not try again.
 */
public final class Webhooks {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Recent<Delivery> deliveries = new Recent<>();
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
        var request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body(actionType, meeting).toString()))
                .build();
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((response, failure) -> note(
                        actionType,
                        meeting,
                        failure == null ? "answered " + response.statusCode() : "failed: " + failure.getMessage()));
    }

    public List<Delivery> newestFirst() {
        return deliveries.newestFirst();
    }

    void clear() {
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
        deliveries.add(new Delivery(clock.instant(), actionType, meeting.eventId(), outcome));
    }
}
