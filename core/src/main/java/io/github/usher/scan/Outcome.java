package io.github.usher.scan;

/**
 * One way in which a handler answers.
 *
 * @param way {@link Way#REDIRECT}, {@link Way#FORWARD} or {@link Way#PAGE}
 * @param place a path inside the application, or for {@code PAGE} the file of the page or the words that it writes
 * @param name what the site calls it, such as {@code success}; blank without one
 */
record Outcome(Way way, String place, String name) {
    /** How the answer comes about. */
    enum Way {
        /** The browser is sent on. */
        REDIRECT,
        /** The request is passed on to a view. */
        FORWARD,
        /** A template is rendered without a forward. */
        PAGE,
        /** The handler writes this text itself. */
        WRITTEN
    }

    Outcome named(String other) {
        return new Outcome(way, place, other);
    }
}
