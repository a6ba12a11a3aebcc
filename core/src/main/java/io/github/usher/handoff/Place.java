package io.github.usher.handoff;

/**
 * A place that the config names: a path inside the application, beginning with a slash, or a whole http(s) address.
 *
 * @param address as it stands in the config, trimmed
 */
public record Place(String address) {
    /** Whether it is a path inside the application, to which the context path must be added. */
    public boolean isInside() {
        return address.startsWith("/");
    }
}
