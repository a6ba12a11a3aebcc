package io.github.usher.servlet;

import io.github.usher.config.FirstRead;

/**
 * Loads what the start of the filter needs, while the container still looks through the classes of the application.
 * Nothing depends on it: what it does not load is loaded when it is needed.
 */
public final class HeadStart implements Runnable {
    @Override
    public void run() {
        var unused = FirstRead.read();
    }
}
