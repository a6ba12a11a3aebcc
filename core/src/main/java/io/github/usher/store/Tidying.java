package io.github.usher.store;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;

/** When the file of an embedded database is tidied: by whoever is there, since it has no thread of its own. Thread-safe. */
final class Tidying {
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Where nobody is in a hurry; others come in between. */
    private static final int AT_MOST = 8;

    private final FileRoom room;
    private final Lock changing;
    private final WriteAhead writeAhead;
    private final AtomicLong tidied = new AtomicLong(System.nanoTime());

    /** @param changing held by whoever changes something */
    Tidying(FileRoom room, Lock changing, WriteAhead writeAhead) {
        this.room = room;
        this.changing = changing;
        this.writeAhead = writeAhead;
    }

    /** All that is due; what lies in the journal comes into the file, too. */
    void all() throws IOException {
        writeAhead.settleNowAndThen();
        boolean more = true;
        for (int times = 0; more && times < AT_MOST; times++) {
            more = aLittle();
        }
    }

    /** One of those who save does it for all. */
    void nowAndThen() throws IOException {
        long last = tidied.get();
        long now = System.nanoTime();
        if (now - last >= PAUSE.toNanos() && tidied.compareAndSet(last, now)) {
            aLittle();
        }
    }

    /** False where there was nothing to be done. */
    private boolean aLittle() throws IOException {
        boolean done = isDone();
        if (done) {
            writeAhead.settle();
        }
        return done;
    }

    private boolean isDone() {
        changing.lock();
        try {
            return room.tidy();
        } finally {
            changing.unlock();
        }
    }

    /** One of those above. */
    @FunctionalInterface
    interface Step {
        void take() throws IOException;
    }
}
