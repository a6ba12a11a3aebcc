package io.github.usher.booking;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Signs what only this site can have made: the webhook address of a submission, and the link that takes a prospect back
 * to a booking. The first secret signs, all verify. Immutable.
 *
 * <p>A signature says what it is for, so that none opens anything else.
 */
public final class SiteSecrets {
    /** The setting of the store that holds the secret which was made once. */
    public static final String SETTING = "site.secret";

    /** The setting with those of stores that were taken over, a line each: what they signed is still out there. */
    public static final String FURTHER_SETTING = "site.secret.further";

    private static final String RESUME = "resume-";
    private static final int TOKEN_PARTS = 4;

    private final List<String> secrets;

    /** @param secrets at least one, none empty */
    public SiteSecrets(List<String> secrets) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("There is no secret to sign with.");
        }
        this.secrets = List.copyOf(secrets);
    }

    /** The signature in the webhook address of that submission: 43 URL-safe letters. */
    public String webhookMac(String id) {
        return mac(secrets.get(0), "webhook", id);
    }

    /** Compares in constant time, with each secret. */
    public boolean isWebhookMac(String id, String mac) {
        return verifies("webhook", id, mac);
    }

    /**
     * A further token of a submission's hand-off page, which needs no place in the store: only the hash of the first one
     * is kept, so that nobody could send that one again.
     *
     * @param until when it opens nothing any more; whole seconds
     */
    public String resumeToken(String id, Instant until) {
        var what = id + "-" + Long.toString(until.getEpochSecond(), Character.MAX_RADIX);
        return RESUME + what + "-" + mac(secrets.get(0), "resume", what).substring(0, 27);
    }

    /** Whether it is meant as one of {@link #resumeToken}; whether it is one, {@link #resumed} tells. */
    public static boolean isResumeToken(String token) {
        return token.startsWith(RESUME);
    }

    /** The submission that a token of {@link #resumeToken} opens now; empty where it is none, or no longer. */
    public Optional<String> resumed(String token, Instant now) {
        var parts = token.split("-", TOKEN_PARTS);
        if (!isResumeToken(token) || parts.length < TOKEN_PARTS || parts[2].length() > 8) {
            return Optional.empty();
        }
        var what = parts[1] + "-" + parts[2];
        boolean signed = false;
        for (var secret : secrets) {
            signed |= Hmac.same(mac(secret, "resume", what).substring(0, 27), parts[3]);
        }
        return signed && now.getEpochSecond() <= Long.parseLong(parts[2], Character.MAX_RADIX)
                ? Optional.of(parts[1])
                : Optional.empty();
    }

    private boolean verifies(String purpose, String what, String given) {
        boolean same = false;
        for (var secret : secrets) {
            same |= Hmac.same(mac(secret, purpose, what), given);
        }
        return same;
    }

    private static String mac(String secret, String purpose, String what) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.of(secret, purpose + ":" + what));
    }

    /** Secrets are shown nowhere. */
    @Override
    public String toString() {
        return "SiteSecrets";
    }
}
