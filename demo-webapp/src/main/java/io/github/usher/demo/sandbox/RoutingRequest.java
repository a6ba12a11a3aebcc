package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to the routing API, read and judged.
 *
 * @param tenant the last part of the path
 * @param router the API name of the router
 * @param firstName of the lead, empty if it has none
 * @param email of the lead, empty if it has none
 * @param locale as it was sent, {@code en_US} if it was not
 * @param webHook where changes of the booking are to be posted, empty for nowhere
 */
record RoutingRequest(String tenant, String router, String firstName, String email, String locale, String webHook)
        implements RoutingRequestOrRefusal {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Reads a request as the API would, with its complaint where it would not take it. */
    static RoutingRequestOrRefusal read(
            @Nullable String path, @Nullable String contentType, String body, Set<String> routers) {
        String tenant = path == null ? "" : path.substring(1);
        if (!tenant.matches("[a-z0-9-]+")) {
            return new Refusal(404, "Unknown domain");
        }
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return new Refusal(415, "Expecting application/json body");
        }
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return new Refusal(400, "Invalid Json: " + e.getOriginalMessage());
        }
        if (!json.path("form").isObject() || json.path("form").isEmpty()) {
            return new Refusal(400, "form: an object with the lead's fields is required");
        }
        String router = json.path("options").path("router").asText();
        if (router.isEmpty()) {
            return new Refusal(400, "options.router is required");
        }
        if (!routers.contains(router)) {
            return new Refusal(404, "Router " + router + " was not found");
        }
        return new RoutingRequest(
                tenant,
                router,
                json.path("form").path("FirstName").asText(),
                json.path("form").path("Email").asText(),
                json.path("options").path("locale").asText("en_US"),
                json.path("options").path("webHook").asText());
    }

    /** Sets JSON out for reading; anything else stays as it is. */
    static String pretty(String body) {
        try {
            return JSON.writeValueAsString(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}
