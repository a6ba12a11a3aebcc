package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a request to a router of the Demand Conversion Platform, in the order in which that would complain. */
final class ConciergeRequest {
    /** The token that the sandbox knows. */
    static final String TOKEN = "demo-token";

    /** One that it knows too, but that may not route. */
    static final String TOKEN_WITHOUT_SCOPE = "demo-token-without-scope";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("/([-0-9a-z_]+)/rest");

    /** What every router of the sandbox has mapped; a custom field is a UUID. */
    private static final Set<String> DATA_FIELDS = Set.of(
            "PersonEmail",
            "PersonFirstName",
            "PersonLastName",
            "PersonJobTitle",
            "Phone",
            "CompanyName",
            "CompanyWebsite",
            "CompanyIndustry",
            "CompanyEmployees",
            "PersonCity",
            "PersonState",
            "PersonCountry");

    /** The one router with a web form trigger, which maps the names of that form. */
    private static final String WEB_FORM_ROUTER = "aldgate-newsletter";

    private static final Set<String> WEB_FORM = Set.of("email", "last_name", "company");

    private ConciergeRequest() {}

    /** Null where that token may route. */
    static @Nullable Refusal token(@Nullable String authorization) {
        if (("Bearer " + TOKEN).equals(authorization)) {
            return null;
        }
        return ("Bearer " + TOKEN_WITHOUT_SCOPE).equals(authorization)
                ? new Refusal(403, "The token lacks the scope Concierge.route")
                : new Refusal(401, "Bearer is missing, or the token is unknown");
    }

    static RoutingRequestOrRefusal read(@Nullable String path, @Nullable String contentType, String body) {
        var slug = PATH.matcher(path == null ? "" : path);
        if (!slug.matches() || !Team.routers().contains(slug.group(1))) {
            return new Refusal(404, "Router not found");
        }
        if (contentType == null || !contentType.startsWith("application/json")) {
            return new Refusal(415, "Expecting application/json body");
        }
        JsonNode json = parse(body);
        if (json == null || !json.path("form").isObject()) {
            return Refusal.plain("Invalid value for: body (expected an object with form)");
        }
        JsonNode form = json.path("form");
        boolean webForm = slug.group(1).equals(WEB_FORM_ROUTER);
        Set<String> mapped = webForm ? WEB_FORM : DATA_FIELDS;
        String email = form.path(webForm ? "email" : "PersonEmail").asText();
        if (mapped.stream().noneMatch(form::has)) {
            return Refusal.plain("Invalid value for: body (none of the fields is mapped)");
        }
        if (email.isEmpty()) {
            return new Refusal(400, "PersonEmail is required");
        }
        return new RoutingRequest(
                "demo",
                slug.group(1),
                form.path("PersonFirstName").asText(),
                email,
                json.path("options").path("locale").asText("en_US"),
                "");
    }

    private static @Nullable JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
