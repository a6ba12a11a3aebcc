package io.github.usher.drift;

/**
 * How regularly one field comes. A check-box that is seldom ticked is missed for a long time without anything being
 * wrong, so that each field is measured by its own longest absence.
 */
final class Presence {
    /** A field that came less often has shown no habit yet. */
    private static final int HABIT = 10;

    /** Fewer absences in a row are never told. */
    private static final int FEWEST = 5;

    private static final int TIMES_LONGEST = 3;

    private int came;
    private int missing;
    private int longest;
    private boolean told;

    /** Takes note of one more submission; true where the field has just now stopped coming. */
    boolean stopped(boolean here) {
        if (here) {
            came++;
            longest = Math.max(longest, told ? longest : missing);
            missing = 0;
            told = false;
            return false;
        }
        missing++;
        boolean over = came >= HABIT && missing >= Math.max(FEWEST, TIMES_LONGEST * longest + 1);
        boolean now = over && !told;
        told |= now;
        return now;
    }

    int missing() {
        return missing;
    }
}
