package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The messages that a page tells the page that frames it when it is loaded; {@code calendar.js} posts them. */
public final class BrowserMessages {
    private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();

    BrowserMessages say(String action) {
        messages.addObject().put("action", action);
        return this;
    }

    /** An action about a meeting, with the same facts as the webhook. */
    BrowserMessages say(String action, String actionType, Meeting meeting) {
        messages.addObject().put("action", action).set("args", Webhooks.body(actionType, meeting));
        return this;
    }

    /** JSON that cannot end the script element that it stands in. */
    @Override
    public String toString() {
        return messages.toString().replace("<", "\\u003c");
    }
}
