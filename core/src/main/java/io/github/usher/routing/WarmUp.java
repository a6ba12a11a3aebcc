package io.github.usher.routing;

import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Goes through a call without making it, so that its classes are loaded: about a second on a slow machine. */
final class WarmUp {
    private static final byte[] ANSWER =
            "{\"routeId\":\"0\",\"redirect\":{\"enabled\":false,\"timeout\":5}}".getBytes(StandardCharsets.UTF_8);

    private final WebTarget target;
    private final HttpClient http;
    private final RoutingAnswer answers;

    WarmUp(WebTarget target, HttpClient http, RoutingAnswer answers) {
        this.target = target;
        this.http = http;
        this.answers = answers;
    }

    void run() {
        var request = new RoutingRequest("warm-up", Map.of(), Map.of(), Map.of(), Map.of(), null);
        RoutingJson.bytes(request);
        answers.read(200, null, ANSWER);
        http.sslContext().createSSLEngine();
        HttpRequest.newBuilder(URI.create("https://api.chilipiper.com"))
                .POST(new LeadPublisher(ANSWER, new Call(request)))
                .build();
        ClientRequestFilter answeredHere = context -> context.abortWith(
                Response.ok(ANSWER, MediaType.APPLICATION_JSON_TYPE).build());
        var unused = target.register(answeredHere)
                .request(MediaType.APPLICATION_JSON_TYPE)
                .async()
                .post(Entity.json(RoutingJson.document(request)));
    }
}
