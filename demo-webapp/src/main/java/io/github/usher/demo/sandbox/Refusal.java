package io.github.usher.demo.sandbox;

/**
 * A request that the API does not take.
 *
 * @param status of the HTTP answer
 * @param message for the developer on the other side
 * @param plain whether it is said as text and not as JSON
 */
record Refusal(int status, String message, boolean plain) implements RoutingRequestOrRefusal {
    Refusal(int status, String message) {
        this(status, message, false);
    }

    /** A body that could not be understood. */
    static Refusal plain(String message) {
        return new Refusal(400, message, true);
    }
}
