package io.github.usher.form;

/**
 * A servlet url-pattern: {@code /exact}, {@code /prefix/*}, {@code *.ext}, {@code /*}, {@code /} or the empty text for
 * the root. Compared with the path inside the application, without query and path parameters. Immutable.
 */
public sealed interface UrlPattern {
    boolean matches(String path);

    record Exact(String path) implements UrlPattern {
        @Override
        public boolean matches(String given) {
            return given.equals(path);
        }
    }

    /** @param prefix without the slash and star at its end; empty: everything */
    record Prefix(String prefix) implements UrlPattern {
        @Override
        public boolean matches(String given) {
            return given.startsWith(prefix)
                    && (given.length() == prefix.length() || given.charAt(prefix.length()) == '/');
        }
    }

    /** @param extension with its dot */
    record Extension(String extension) implements UrlPattern {
        @Override
        public boolean matches(String given) {
            return given.endsWith(extension) && given.lastIndexOf('/') < given.length() - extension.length();
        }
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException where it is none; the message says what to write
     */
    static UrlPattern parse(String text) {
        if (text.startsWith("*.")) {
            if (text.length() == 2 || text.indexOf('/') >= 0 || text.indexOf('*', 1) >= 0) {
                throw new IllegalArgumentException("\"" + text + "\" is no extension pattern. Write \"*.do\".");
            }
            return new Extension(text.substring(1));
        }
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no servlet url-pattern: it begins with / or with *. . Write \"/" + text + "\".");
        }
        if (text.endsWith("/*")) {
            return new Prefix(inner(text, text.substring(0, text.length() - 2)));
        }
        return new Exact(inner(text, text));
    }

    private static String inner(String text, String path) {
        if (path.indexOf('*') >= 0) {
            throw new IllegalArgumentException("\"" + text
                    + "\" has a * in its middle. A servlet url-pattern is /exact, /prefix/* or *.extension.");
        }
        return path;
    }
}
