package io.github.usher.routing;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Goes through a call without making it, so that its classes are loaded: about a second on a slow machine. */
final class WarmUp {
    private static final URI NOWHERE = URI.create("https://nowhere.invalid");
    private static final byte[] ANSWER =
            "{\"routeId\":\"0\",\"redirect\":{\"enabled\":false,\"timeout\":5}}".getBytes(StandardCharsets.UTF_8);

    private final Client client;
    private final HttpClient http;
    private final Answers answers;

    WarmUp(Client client, HttpClient http, Answers answers) {
        this.client = client;
        this.http = http;
        this.answers = answers;
    }

    void run() {
        var request = RoutingRequest.legacy("warm-up", Map.of(), Map.of(), Map.of(), Map.of(), null);
        RoutingJson.bytes(request);
        answers.read(200, null, ANSWER);
        http.sslContext().createSSLEngine();
        HttpRequest.newBuilder(NOWHERE)
                .POST(new LeadPublisher(ANSWER, new Call(request)))
                .build();
        ClientRequestFilter answeredHere = context -> context.abortWith(
                Response.ok(ANSWER, MediaType.APPLICATION_JSON_TYPE).build());
        // A target of its own: the filter would stay in the one that real calls use.
        var unused = client.target(NOWHERE)
                .register(answeredHere)
                .request(MediaType.APPLICATION_JSON_TYPE)
                .async()
                .post(Entity.json(RoutingJson.document(request)));
    }
}
