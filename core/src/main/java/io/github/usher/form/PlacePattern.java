package io.github.usher.form;

/**
 * A place that the site goes to when it has accepted a form: a path inside the application, without query and session
 * id, or with a scheme a whole address; {@code *} is a wildcard.
 */
public record PlacePattern(Wildcard wildcard) {
    public static PlacePattern of(String text) {
        return new PlacePattern(new Wildcard(text));
    }

    public boolean isWholeAddress() {
        var text = wildcard.pattern();
        return text.startsWith("http://") || text.startsWith("https://") || text.contains("://");
    }

    /**
     * @param path inside the application, without query and session id; empty where the place is outside it
     * @param address the whole address
     */
    public boolean matches(String path, String address) {
        return isWholeAddress() ? wildcard.matches(address) : !path.isEmpty() && wildcard.matches(path);
    }
}
