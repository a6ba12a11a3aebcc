package io.github.usher.guess;

import org.jspecify.annotations.Nullable;

/**
 * What is thought of a field so far.
 *
 * @param at the place of the field in the form, from 0
 * @param meaning null where nothing is known of it
 * @param confidence from 0 to 1, of the meaning
 * @param justNumber whether the page says “number” and no more of it
 */
record Opinion(
        int at,
        PageField field,
        @Nullable Meaning meaning,
        double confidence,
        String why,
        boolean justNumber,
        boolean hasText,
        int part) {
    Opinion but(@Nullable Meaning other, double sureness, String reason) {
        return new Opinion(at, field, other, sureness, reason, justNumber, hasText, 0);
    }

    Opinion withPart(int place) {
        return new Opinion(at, field, meaning, confidence, why, justNumber, hasText, place);
    }

    boolean is(Meaning other) {
        return meaning == other;
    }

    boolean sure() {
        return confidence >= Guess.SURE;
    }
}
