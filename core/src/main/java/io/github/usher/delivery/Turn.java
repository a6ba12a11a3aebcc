package io.github.usher.delivery;

import io.github.usher.submission.StoreException;
import io.github.usher.submission.SubmissionStore;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which of several nodes sends what waits: one at a time, so that the rate holds over all of them. It is a word in the
 * store that the node at work changes every two seconds; one that has not changed for six, by a clock that never jumps,
 * is another's to take. At a change of hands two nodes may be at work for a moment; no lead is sent twice for it.
 */
final class Turn {
    private static final String SETTING = "catch-up";
    private static final Duration RENEWED = Duration.ofSeconds(2);
    private static final Duration GIVEN_UP = Duration.ofSeconds(6);

    private final SubmissionStore store;
    private final LongSupplier ticker;
    private boolean ours;
    private long renewed;
    private int times;
    private @Nullable String seen;
    private long seenSince;

    Turn(SubmissionStore store, LongSupplier ticker) {
        this.store = store;
        this.ticker = ticker;
    }

    /** Takes it where it can be had, and says whether this node has it. */
    synchronized boolean isOurs() throws StoreException {
        long now = ticker.getAsLong();
        if (ours && now - renewed < RENEWED.toNanos()) {
            return true;
        }
        var word = store.node() + " " + ++times;
        var there = store.settingOrPut(SETTING, word);
        if (there.startsWith(store.node() + " ")) {
            return have(word, there, now);
        }
        ours = false;
        if (!there.equals(seen)) {
            seen = there;
            seenSince = now;
            return false;
        }
        if (now - seenSince < GIVEN_UP.toNanos()) {
            return false;
        }
        store.putSetting(SETTING, null);
        there = store.settingOrPut(SETTING, word);
        return there.equals(word) && have(word, there, now);
    }

    private boolean have(String word, String there, long now) throws StoreException {
        if (!there.equals(word)) {
            store.putSetting(SETTING, word);
        }
        ours = true;
        renewed = now;
        return true;
    }

    /** Another node need not wait for it. */
    synchronized void giveUp() throws StoreException {
        if (ours) {
            ours = false;
            store.putSetting(SETTING, null);
        }
    }
}
