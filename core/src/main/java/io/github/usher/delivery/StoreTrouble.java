package io.github.usher.delivery;

import io.github.usher.submission.StoreException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Says once a minute that the store fails, and what is at stake. Thread-safe. */
final class StoreTrouble {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final LongSupplier ticker;
    private boolean on;
    private String why = "";
    private long nextWord;
    private int withoutRoom;

    StoreTrouble(LongSupplier ticker) {
        this.ticker = ticker;
    }

    synchronized void tell(Throwable failed, Unwritten unwritten) {
        var message = failed.getMessage();
        why = message == null || !(failed instanceof StoreException)
                ? failed.getClass().getName()
                : message.replaceFirst("\\.$", "");
        if (!on) {
            on = true;
            nextWord = ticker.getAsLong();
        }
        remind(unwritten);
    }

    /** A submission found no room in memory either: it was sent once, and nothing knows of it any more. */
    synchronized void noRoom() {
        withoutRoom++;
    }

    synchronized void remind(Unwritten unwritten) {
        if (!on || ticker.getAsLong() - nextWord < 0) {
            return;
        }
        nextWord = ticker.getAsLong() + PAUSE.toNanos();
        LOG.log(
                Level.ERROR,
                "The store fails: " + why + ". Visitors get the site's own page, and new leads are sent from memory. "
                        + unwritten.size() + " submissions are in memory and not yet as they are in the store; "
                        + unwritten.atStake()
                        + " of them have not reached Chili Piper and are lost if this process ends"
                        + " now."
                        + (withoutRoom == 0
                                ? ""
                                : " " + withoutRoom + " more were sent once and are kept"
                                        + " nowhere: memory is full, too."));
    }

    synchronized void isOver(Unwritten unwritten) {
        if (!on || unwritten.size() > 0) {
            return;
        }
        on = false;
        withoutRoom = 0;
        LOG.log(Level.INFO, "The store takes submissions again, and what was in memory alone has been written.");
    }
}
