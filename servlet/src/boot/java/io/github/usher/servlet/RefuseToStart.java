package io.github.usher.servlet;

import jakarta.servlet.ServletException;

/**
 * The one exception that Usher lets through to the container while starting: somebody asked by {@code
 * usher.fail-on-error} that the application must not start with a config that is not good.
 */
public final class RefuseToStart extends ServletException {
    private static final long serialVersionUID = 1L;

    public RefuseToStart(String message) {
        super(message);
    }
}
