package io.github.usher.submission;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in the address of a hand-off page: 160 random bits, and before them the moment at which its submission came,
 * which is no secret. Only a hash is kept, and that moment before it: so those that came together lie together.
 *
 * @param text 8 letters of the moment and 27 of the secret, all URL-safe; a visitor may send anything else
 */
public record Token(String text) {
    private static final int BYTES = 20;
    private static final int SECRET_LETTERS = 27;
    /** A link to resume is longer than one of these. */
    private static final int MOST_LETTERS = 64;

    /** @param id of the submission that it opens */
    public static Token of(String id, SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(id.substring(0, SubmissionIds.RISING)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether a text from an address can be a token at all. */
    public static boolean isPlausible(String text) {
        if (text.isEmpty() || text.length() > MOST_LETTERS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    public String hash() {
        boolean isWhole = text.length() == SubmissionIds.RISING + SECRET_LETTERS;
        return isWhole ? text.substring(0, SubmissionIds.RISING) + Hash.of(text) : Hash.of(text);
    }

    /** A token is shown nowhere. */
    @Override
    public String toString() {
        return "Token";
    }
}
