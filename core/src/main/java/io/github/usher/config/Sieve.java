package io.github.usher.config;

import java.util.Collection;

/**
 * Says of nearly every text, or part of one, that is not among some others that it is not: at once, and without making
 * garbage. Looks at a few characters, so what passes has to be looked at closely. Immutable and thread-safe.
 */
final class Sieve {
    /** With as many bits for each text, one in 64 of those that look alike passes. */
    private static final int BITS_FOR_EACH = 64;

    private static final int LOOKED_AT = 8;

    private final long lengths;
    private final long[] bits;

    Sieve(Collection<String> texts) {
        long found = 0;
        bits = new long[Integer.highestOneBit(Math.max(1, texts.size()) * BITS_FOR_EACH / Long.SIZE) * 2];
        for (var text : texts) {
            found |= 1L << text.length();
            int print = print(text, 0, text.length());
            bits[word(print)] |= 1L << print;
        }
        lengths = found;
    }

    /** Whether that part of the text may be one of those; false where it is none for sure. */
    boolean mayHold(String text, int from, int to) {
        if ((lengths & (1L << (to - from))) == 0) {
            return false;
        }
        int print = print(text, from, to);
        return (bits[word(print)] & (1L << print)) != 0;
    }

    private int word(int print) {
        return (print >>> 6) & (bits.length - 1);
    }

    private static int print(String text, int from, int to) {
        int length = to - from;
        int step = length / LOOKED_AT + 1;
        int print = length;
        for (int i = to - 1; i >= from; i -= step) {
            print = print * 31 + text.charAt(i);
        }
        return print ^ (print >>> 16);
    }
}
