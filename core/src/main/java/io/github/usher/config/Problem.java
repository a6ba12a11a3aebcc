package io.github.usher.config;

/**
 * One mistake or warning in a config.
 *
 * @param file its name without folders
 * @param line from 1; 0 where it belongs to the whole file
 * @param message what was found, what was expected, what to do
 */
public record Problem(String file, int line, String message) {
    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + " " + message;
    }
}
