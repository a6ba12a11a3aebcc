package io.github.usher.submission;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids of submissions: twelve letters and digits that are hard to mistake for one another (Crockford's base 32). They
 * rise: the first eight are a millisecond, none of which is used twice, and the others are random, for whoever else makes
 * ids in it. So a store finds what came together in one place of its indexes, and writes one piece of them for many where
 * it would write several for each. Thread-safe.
 */
public final class SubmissionIds {
    /** So many letters rise with the time; they begin anew after 34 years. */
    static final int RISING = 8;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int BITS = 5;
    private static final int LETTER = (1 << BITS) - 1;
    private static final int RANDOM_BITS = (LENGTH - RISING) * BITS;

    private final InstantSource clock;
    private final SecureRandom random;
    private final AtomicLong last = new AtomicLong();

    public SubmissionIds(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        long now = clock.millis();
        long bits =
                last.updateAndGet(used -> Math.max(now, used + 1)) << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        var id = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            id[i] = ALPHABET.charAt((int) (bits & LETTER));
            bits >>>= BITS;
        }
        return new String(id);
    }
}
