package io.github.usher.delivery;

import io.github.usher.submission.Submission;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Says once a minute that the store fails, and how many leads are at stake. */
final class StoreTrouble {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private int atStake;
    private long nextWord;

    synchronized void tell(Submission submission, Exception storeFailed) {
        atStake++;
        if (atStake > 1 && System.nanoTime() - nextWord < 0) {
            return;
        }
        nextWord = System.nanoTime() + PAUSE.toNanos();
        LOG.log(
                Level.ERROR,
                submission.form() + ": the store fails (" + storeFailed.getMessage() + "). Submission "
                        + submission.id() + " is sent from memory, and the visitor gets the site's own page. " + atStake
                        + " so far are in no store.");
    }

    synchronized void isOver() {
        if (atStake > 0) {
            LOG.log(Level.INFO, "The store takes submissions again.");
            atStake = 0;
        }
    }
}
