package io.github.usher.template;

/** A template that cannot be read. Its message says what was found and what to write, without naming the file. */
public final class TemplateSyntaxException extends Exception {
    public TemplateSyntaxException(String message) {
        super(message);
    }
}
