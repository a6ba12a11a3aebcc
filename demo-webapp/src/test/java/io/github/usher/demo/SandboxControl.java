package io.github.usher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.usher.demo.sandbox.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Picks what the sandbox answers, and looks at what it was sent and at what the site itself did. */
final class SandboxControl {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;

    SandboxControl(String url) {
        this.url = url;
    }

    /** What the API answers until something else is picked. */
    void pick(Answer answer) {
        send(HttpRequest.newBuilder(URI.create(url + "/sandbox/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("answer=" + answer.name())));
    }

    /** Presses a button of the control page. */
    void press(String form) {
        send(HttpRequest.newBuilder(URI.create(url + "/sandbox/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** The control page as it is now. */
    String page() {
        return get("/sandbox/");
    }

    /** The calls that hold the text, oldest first; each as the sandbox answered it and as it was sent. */
    List<ApiCall> callsWith(String text) {
        var calls = new ArrayList<ApiCall>();
        for (JsonNode call : read(get("/sandbox/calls.json"))) {
            if (call.path("body").asText().contains(text)) {
                calls.add(
                        0,
                        new ApiCall(
                                call.path("answer").asText(),
                                read(call.path("body").asText())));
            }
        }
        return calls;
    }

    /** How many entries of the site's inbox hold the text. */
    int inboxEntriesWith(String text) {
        int count = 0;
        for (var entry : get("/inbox.do").split("<tr class=\"enquiry\"", -1)) {
            count += entry.contains(text) ? 1 : 0;
        }
        return count;
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private String send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new IllegalStateException("The demo does not answer.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the demo.", interrupted);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException("This is no JSON: " + text, unreadable);
        }
    }

    /** One call of the routing API. */
    record ApiCall(String answer, JsonNode body) {
        boolean isAnsweredWith(Answer expected) {
            return answer.startsWith(expected.title() + ":");
        }
    }
}
