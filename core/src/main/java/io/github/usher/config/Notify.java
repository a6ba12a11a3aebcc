package io.github.usher.config;

import io.github.usher.config.UsherConfig.Secret;
import java.net.URI;
import java.util.Base64;
import java.util.Set;

/**
 * One entry of {@code notify}: an address that is told of things, by signed webhooks after the Standard Webhooks
 * specification.
 *
 * @param url https, or http on this very machine
 * @param secret {@code whsec_} and 24 to 64 bytes in Base64, which has been checked
 * @param on what it is told of
 * @param includesLead whether the lead and its booking are in the message; otherwise ids and links alone
 */
public record Notify(URI url, Secret secret, Set<NoticeKind> on, boolean includesLead) {
    static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    public Notify {
        on = Set.copyOf(on);
    }

    /** What messages are signed with. */
    public byte[] key() {
        return key(secret.text());
    }

    /** @throws IllegalArgumentException that says what is wrong, without the secret */
    static byte[] key(String secret) {
        try {
            var key = secret.startsWith(PREFIX) ? Base64.getDecoder().decode(secret.substring(PREFIX.length())) : null;
            if (key != null && key.length >= LEAST_BYTES && key.length <= MOST_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException(expected(), noBase64);
        }
        throw new IllegalArgumentException(expected());
    }

    private static String expected() {
        return "expected " + PREFIX + " and " + LEAST_BYTES + " to " + MOST_BYTES
                + " bytes in Base64, as the receiver gave it to you, or as printf 'whsec_%s' \"$(openssl rand -base64"
                + " 32)\" makes it.";
    }
}
