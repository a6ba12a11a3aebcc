package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The webhook of the Demand Conversion Platform: one address for the whole tenant, flat JSON, signed or not. */
final class ConciergeWebhook {
    /** The secret of the sandbox's tenant, which the site's config names too. */
    static final String SECRET = "the-secret-of-the-sandbox";

    private ConciergeWebhook() {}

    /** How it is signed. */
    enum Signature {
        SIGNED,
        UNSIGNED,
        /** With a secret that is not the tenant's. */
        FORGED,
        /** As it was signed a day ago. */
        YESTERDAY
    }

    /** @param type {@code Created}, {@code Updated} or {@code Deleted} */
    static Outgoing of(URI target, String type, Meeting meeting, Signature signature, Instant now) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("meetingIdChili", meeting.eventId())
                .put("meetingStartTime", meeting.start().toString())
                .put("meetingEndTime", meeting.end().toString())
                .put("assigneeIdChili", meeting.host().id())
                .put("primaryGuestEmail", meeting.route().email())
                .put("productFeatureType", "ConciergeRouter")
                .put("productFeatureName", meeting.route().queue())
                .put("type", type)
                .toString();
        return new Outgoing(target, headers(body, signature, now), body);
    }

    private static Map<String, String> headers(String body, Signature signature, Instant now) {
        if (signature == Signature.UNSIGNED) {
            return Map.of();
        }
        Instant at = signature == Signature.YESTERDAY ? now.minus(Duration.ofDays(1)) : now;
        String time = Long.toString(at.getEpochSecond());
        String secret = signature == Signature.FORGED ? "another secret" : SECRET;
        return Map.of("X-Chili-Timestamp", time, "X-Chili-Signature", hmac(secret, time + "." + body));
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256.", impossible);
        }
    }
}
