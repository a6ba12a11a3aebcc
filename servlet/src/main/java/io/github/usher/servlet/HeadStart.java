package io.github.usher.servlet;

import io.github.usher.config.FirstRead;
import java.lang.System.Logger.Level;

/**
 * Loads what the start of the filter needs, while the container still looks through the classes of the application.
 * Nothing depends on it: what it does not load is loaded when it is needed.
 */
public final class HeadStart implements Runnable {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    @Override
    public void run() {
        var read = FirstRead.read();
        LOG.log(Level.TRACE, () -> "Ready to read a config: " + read.mistakes().isEmpty());
    }
}
