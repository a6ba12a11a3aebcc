package io.github.usher.submission;

import java.security.SecureRandom;

/** Makes ids of submissions: ten letters and digits that are hard to mistake for one another (Crockford's base 32). */
public final class SubmissionIds {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final int BITS = 5;
    private static final int LETTER = (1 << BITS) - 1;

    private SubmissionIds() {}

    public static String random(SecureRandom random) {
        var id = new StringBuilder(LENGTH);
        long bits = random.nextLong();
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt((int) (bits & LETTER)));
            bits >>>= BITS;
        }
        return id.toString();
    }
}
