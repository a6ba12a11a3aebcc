package io.github.usher.guess;

/**
 * A reading, and how much it weighs.
 *
 * @param kind what it is, for the reason in words: label, placeholder, name
 * @param visible whether a visitor sees it
 */
record Evidence(String kind, Reading reading, double weight, boolean visible) {
    double force() {
        return weight * reading.clarity();
    }
}
