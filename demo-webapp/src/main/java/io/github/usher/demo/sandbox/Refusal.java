package io.github.usher.demo.sandbox;

/**
 * A request that the API does not take.
 *
 * @param status of the HTTP answer
 * @param message for the developer on the other side
 */
record Refusal(int status, String message) implements RoutingRequestOrRefusal {}
