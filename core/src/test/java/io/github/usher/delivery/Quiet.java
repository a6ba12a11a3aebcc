package io.github.usher.delivery;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps our log silent: a test of thousands of steps writes megabytes else. */
final class Quiet {
    private Quiet() {}

    static <X extends Exception> void during(Work<X> work) throws X {
        var logger = Logger.getLogger("io.github.usher");
        logger.setLevel(Level.OFF);
        try {
            work.run();
        } finally {
            logger.setLevel(null);
        }
    }

    @FunctionalInterface
    interface Work<X extends Exception> {
        void run() throws X;
    }
}
