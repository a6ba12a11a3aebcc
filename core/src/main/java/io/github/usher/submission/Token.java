package io.github.usher.submission;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in the address of a hand-off page: 160 random bits. Only its hash is kept.
 *
 * @param text 27 URL-safe letters
 */
public record Token(String text) {
    private static final int BYTES = 20;
    private static final int MOST_LETTERS = 64;

    public static Token random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
        return Hash.of(text);
    }

    /** A token is shown nowhere. */
    @Override
    public String toString() {
        return "Token";
    }
}
