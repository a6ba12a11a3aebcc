package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** How one generation of the routing API puts what it has to say. */
interface Tongue {
    /** A calendar for a lead. */
    JsonNode calendar(Route route, String base);

    /** A calendar, and somebody who is free to talk at once, where that can be said. */
    JsonNode liveCall(Route route, String base);

    /** What the error codes of the legacy API come to. */
    Said code(Answer answer, String base);

    JsonNode failure(int status, String message);

    /** @param status of the HTTP answer */
    record Said(int status, JsonNode body) {}
}
