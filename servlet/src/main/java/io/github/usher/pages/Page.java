package io.github.usher.pages;

import java.util.Map;

/**
 * A page as it goes to the browser.
 *
 * @param status of HTTP
 * @param headers all that belong to it, {@code Content-Type} among them
 * @param html to be sent as UTF-8
 */
public record Page(int status, Map<String, String> headers, String html) {
    public Page {
        headers = Map.copyOf(headers);
    }
}
