package io.github.usher.aftermath;

import io.github.usher.booking.BookingEvent;
import io.github.usher.submission.ForwardingStore;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.Saved;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import io.github.usher.submission.Trail;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The store through which all changes go: whoever makes one, what is to be told of it is committed with it, and who
 * listens hears of it afterwards. Thread-safe.
 *
 * <p>The trail is changed here alone. What others make of a submission keeps the trail that it has, so that a call that
 * ends overwrites no webhook that came meanwhile.
 */
public final class WatchedStore extends ForwardingStore {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final Supplier<Wishes> wishes;
    private final Audience audience;
    private final InstantSource clock;

    /** @param wishes those of the config at work */
    public WatchedStore(SubmissionStore store, Supplier<Wishes> wishes, Audience audience, InstantSource clock) {
        super(store);
        this.wishes = wishes;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash) throws StoreException {
        return told(super.save(noted(submission), repeats, tokenHash));
    }

    @Override
    public CompletableFuture<Saved> saveSoon(Submission submission, Repeats repeats, @Nullable String tokenHash)
            throws StoreException {
        return super.saveSoon(noted(submission), repeats, tokenHash).thenApply(this::told);
    }

    private Submission noted(Submission submission) {
        return Transitions.noted(null, submission, wishes.get(), clock.instant());
    }

    private Saved told(Saved saved) {
        if (saved instanceof Saved.Fresh fresh) {
            tell(null, fresh.submission());
        }
        return saved;
    }

    @Override
    public Optional<Submission> change(String id, UnaryOperator<Submission> change) throws StoreException {
        return changed(id, keepingItsTrail(change));
    }

    @Override
    public CompletableFuture<Optional<Submission>> changeSoon(String id, UnaryOperator<Submission> change)
            throws StoreException {
        var noting = new Noting(keepingItsTrail(change));
        return super.changeSoon(id, noting).thenApply(noting::told);
    }

    private static UnaryOperator<Submission> keepingItsTrail(UnaryOperator<Submission> change) {
        return found -> {
            var next = change.apply(found);
            return next.equals(found)
                    ? found
                    : next.with(next.progress().withTrail(found.progress().trail()));
        };
    }

    /** Keeps an event of a booking. Committed when it returns. */
    public Heard hear(String id, BookingEvent event) throws StoreException {
        var isNew = new AtomicBoolean();
        var found = changed(id, before -> {
            var trail = before.progress().trail();
            isNew.set(!trail.has(event));
            return isNew.get() ? before.with(before.progress().withTrail(trail.withEvent(event))) : before;
        });
        if (found.isEmpty()) {
            return new Heard.Nobody();
        }
        return isNew.get() ? new Heard.Kept(found.get()) : new Heard.Repeated();
    }

    /** Changes what a submission leaves behind and nothing else. */
    Optional<Submission> changeTrail(String id, UnaryOperator<Trail> change) throws StoreException {
        return super.change(
                id,
                found -> found.with(
                        found.progress().withTrail(change.apply(found.progress().trail()))));
    }

    private Optional<Submission> changed(String id, UnaryOperator<Submission> change) throws StoreException {
        var noting = new Noting(change);
        return noting.told(super.change(id, noting));
    }

    /** What was committed stays committed, whatever becomes of those who hear of it. */
    private void tell(@Nullable Submission before, Submission after) {
        try {
            audience.heard(before, after);
        } catch (RuntimeException | Error failed) {
            LOG.log(
                    Level.ERROR,
                    "Nobody could be told of submission " + after.id() + " ("
                            + failed.getClass().getName() + "). It is kept all the same.");
        }
    }

    /** A change that notes with it what is to be told of it, and tells it afterwards. */
    private final class Noting implements UnaryOperator<Submission> {
        private final UnaryOperator<Submission> change;
        private final Wishes asked = wishes.get();
        private final Instant now = clock.instant();
        private volatile @Nullable Submission before;

        Noting(UnaryOperator<Submission> change) {
            this.change = change;
        }

        @Override
        public Submission apply(Submission found) {
            before = found;
            var next = change.apply(found);
            return next.equals(found) ? found : Transitions.noted(found, next, asked, now);
        }

        Optional<Submission> told(Optional<Submission> after) {
            after.ifPresent(made -> tell(before, made));
            return after;
        }
    }
}
