package io.github.usher.demo.sandbox;

import java.net.URI;
import java.util.Map;

/**
 * A webhook as it is posted.
 *
 * @param target where to
 * @param headers beside the type of the body
 * @param body JSON
 */
public record Outgoing(URI target, Map<String, String> headers, String body) {
    public Outgoing {
        headers = Map.copyOf(headers);
    }

    /** The same to an address whose last letter is another one, as somebody might who does not know the secret. */
    Outgoing withOneLetterChanged() {
        String address = target.toString();
        char last = address.charAt(address.length() - 1);
        return new Outgoing(
                URI.create(address.substring(0, address.length() - 1) + (last == 'A' ? 'B' : 'A')), headers, body);
    }
}
