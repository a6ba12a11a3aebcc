package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The Demand Conversion Platform: one page for all, and errors with a word for a code. */
final class ConciergeTongue implements Tongue {
    private static final int UNPROCESSABLE = 422;

    @Override
    public JsonNode calendar(Route route, String base) {
        return reply(route, base, true);
    }

    /** One page is all that this generation names. */
    @Override
    public JsonNode liveCall(Route route, String base) {
        return calendar(route, base);
    }

    @Override
    public Said code(Answer answer, String base) {
        return switch (answer) {
            case CODE_8003, CODE_8003_LINK, CODE_8007 ->
                new Said(200, JsonNodeFactory.instance.objectNode().put("schedulingAllowed", false));
            default -> new Said(UNPROCESSABLE, failure(UNPROCESSABLE, answer.meaning()));
        };
    }

    @Override
    public JsonNode failure(int status, String message) {
        ObjectNode failure = JsonNodeFactory.instance.objectNode();
        failure.put("errorCode", "HTTP_" + status).put("errorMessage", message).putArray("arguments");
        return failure;
    }

    private static ObjectNode reply(Route route, String base, boolean allowed) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.put("routeId", route.routeId());
        reply.put("routingLink", Replies.page(route, base));
        reply.put("schedulingAllowed", allowed);
        reply.putObject("assignment").put("userId", route.host().id()).put("type", "User");
        return reply;
    }
}
