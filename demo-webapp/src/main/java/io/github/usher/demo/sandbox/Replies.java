package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The JSON answers of the routing API, in the documented shape. */
final class Replies {
    private Replies() {}

    /**
     * A calendar for a lead.
     *
     * @param base the address of the sandbox's pages, without a slash at the end
     */
    static ObjectNode calendar(Route route, String base) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.put("routeId", route.routeId());
        reply.put("url", page(route, base));
        redirect(reply);
        return reply;
    }

    static String page(Route route, String base) {
        return base + "/book/" + route.queue() + "/?" + query(route);
    }

    /** A calendar, and somebody who is free to talk at once. */
    static ObjectNode liveCall(Route route, String base) {
        ObjectNode reply = calendar(route, base);
        reply.put("realtimeUrl", base + "/live/" + route.queue() + "/?" + query(route) + "&withPhone=true");
        return reply;
    }

    static ObjectNode error(int code, String message) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
    }

    static ObjectNode disqualified(int code, String message, String base) {
        ObjectNode reply = error(code, message);
        redirect(reply).put("disqualifiedLink", base + "/disqualified");
        return reply;
    }

    static ObjectNode refusal(String message) {
        return JsonNodeFactory.instance.objectNode().put("message", message);
    }

    private static ObjectNode redirect(ObjectNode reply) {
        return reply.putObject("redirect")
                .put("enabled", false)
                .put("closeStrategy", "Landing")
                .put("timeout", 5)
                .put("phoneCallRedirectEnabled", false)
                .put("redirectCallTimeoutStrategy", "AfterCallEnds")
                .put("redirectCallTimeout", 5);
    }

    private static String query(Route route) {
        return "id=" + route.recordId() + "&routeId=" + route.routeId() + "&marketing=true&locale="
                + URLEncoder.encode(route.locale(), StandardCharsets.UTF_8);
    }
}
