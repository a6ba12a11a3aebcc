package io.github.usher.guess;

import org.jspecify.annotations.Nullable;

/**
 * What a field is thought to be.
 *
 * @param field its name; blank for a field that is never posted
 * @param lead the API name of the Lead's field, {@link #FULL_NAME} for a whole name that must be split, a
 *     {@code utm_…} name, or null where it is none of them
 * @param part the place among several fields that make up one Lead field, from 1; 0 where it is the only one
 * @param confidence from 0 to 1, how sure {@code lead} is, or that there is none
 * @param why the reason, in words for the admin
 */
public record Guess(String field, @Nullable String lead, int part, double confidence, String why) {
    /** What {@link #lead} is for a box that takes a whole name. */
    public static final String FULL_NAME = "FullName";

    /** From this confidence on a guess is good enough to be mapped. Below it is a proposal for a person. */
    public static final double SURE = 0.6;

    /** Whether to map it: a wrong value is worse than none. */
    public boolean sure() {
        return lead != null && confidence >= SURE;
    }
}
