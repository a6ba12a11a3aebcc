package io.github.usher.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The signature of the new platform's webhooks: {@code X-Chili-Signature} is the HMAC-SHA256, in small hexadecimal digits, of
 * the timestamp, a dot and the raw body; {@code X-Chili-Timestamp} is in unix seconds. (From a secondary source.)
 */
public final class ConciergeSignature {
    /** How far the timestamp may be from this node's clock, either way. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private ConciergeSignature() {}

    /** Compares in constant time; nothing that is missing or malformed throws. */
    public static boolean verifies(
            String secret, @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        boolean same = Hmac.same(of(secret, timestamp, body), signature);
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        return same && age.compareTo(WINDOW) <= 0;
    }

    /** What the header {@code X-Chili-Signature} holds. */
    public static String of(String secret, String timestamp, byte[] body) {
        return HexFormat.of().formatHex(Hmac.of(Hmac.bytes(secret), Hmac.bytes(timestamp + "."), body));
    }
}
