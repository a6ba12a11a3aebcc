package io.github.usher.guess;

/**
 * A reading, and how much it weighs.
 *
 * @param kind what it is, for the reason in words: label, placeholder, name
 * @param visible whether a visitor sees it
 */
record Evidence(String kind, Reading reading, double weight, boolean visible) {
    /** Below this weight a text may well belong to another field. */
    private static final double OWN_WORD = 0.95;

    /** Whether it is surely this field's: a label of its own, and no text that only stands nearby. */
    boolean surelyIts() {
        return !kind.equals("label") || weight >= OWN_WORD;
    }

    double force() {
        return weight * reading.clarity();
    }
}
