package io.github.usher.aftermath;

import io.github.usher.config.NoticeKind;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.Notice;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees from the outcomes of calls when Chili Piper goes away and when it is there again, and leaves a notice of it in
 * the submission that it was seen with. That there is an outage stands in the store, so that of several nodes one tells
 * it, and its end is told after a restart too.
 */
public final class OutageWatch implements Audience {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final String SETTING = "outage";
    private static final int FAILURES_THAT_MAKE_ONE = 3;

    private final WatchedStore store;
    private final Supplier<Wishes> wishes;
    private final InstantSource clock;
    private final Executor executor;
    private int failuresInARow;
    /** An earlier process, or another node, may have seen one begin. */
    private boolean mayBeOn = true;

    public OutageWatch(WatchedStore store, Supplier<Wishes> wishes, InstantSource clock, Executor executor) {
        this.store = store;
        this.wishes = wishes;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public void heard(@Nullable Submission before, Submission after) {
        var outcome = after.progress().outcome();
        if (outcome == null || (before != null && before.progress().outcome() == outcome)) {
            return;
        }
        var news = news(outcome);
        if (news != null) {
            executor.execute(() -> tell(news, after.id(), clock.instant()));
        }
    }

    private synchronized @Nullable NoticeKind news(RoutingOutcome outcome) {
        if (outcome instanceof Unavailable unavailable) {
            if (unavailable.attempted() && ++failuresInARow == FAILURES_THAT_MAKE_ONE) {
                mayBeOn = true;
                return NoticeKind.OUTAGE;
            }
            return null;
        }
        failuresInARow = 0;
        boolean over = mayBeOn;
        mayBeOn = false;
        return over ? NoticeKind.RECOVERED : null;
    }

    private void tell(NoticeKind kind, String id, Instant now) {
        try {
            boolean isNews = kind == NoticeKind.OUTAGE ? begins(id) : ends();
            if (isNews && wishes.get().asksFor(kind)) {
                store.changeTrail(id, trail -> trail.withNotice(Notice.of(kind, now, now)));
            }
        } catch (StoreException | RuntimeException failed) {
            LOG.log(
                    Level.ERROR,
                    "The store did not take that there is news of an outage ("
                            + failed.getClass().getName() + ").");
        }
    }

    private boolean begins(String id) throws StoreException {
        return store.settingOrPut(SETTING, id).equals(id);
    }

    private boolean ends() throws StoreException {
        boolean was = store.setting(SETTING).isPresent();
        if (was) {
            store.putSetting(SETTING, null);
        }
        return was;
    }
}
