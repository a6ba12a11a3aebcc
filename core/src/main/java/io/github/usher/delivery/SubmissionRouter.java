package io.github.usher.delivery;

import io.github.usher.routing.RoutingApi;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.Progress;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Sends submissions: each at once, and again by the schedule until it is done. New ones never wait behind old ones.
 *
 * <p>Thread-safe. Every store and API call runs on the executor it was given, never on the caller's thread. One
 * submission is under way at most once.
 */
public final class SubmissionRouter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration ACCESS_PROBE = Duration.ofHours(1);

    private final SubmissionStore store;
    private final InstantSource clock;
    private final ScheduledExecutorService executor;
    private final OutcomeRules rules;
    private final WaitingLeads leads;
    private final LongSupplier ticker;
    private final Outage outage;
    private final Map<String, Attempt> underWay = new ConcurrentHashMap<>();
    private volatile RoutingApi api;
    private volatile int catchUpPerSecond;
    private volatile Function<Submission, RoutingRequest> outgoing = Submission::request;
    private volatile boolean closed;
    private volatile boolean someWereRefusedAccess;
    private volatile long nextAccessProbe;

    /**
     * @param executor ours; must outlive the router, which starts its tick on it
     * @param catchUpPerSecond the most waiting leads that are sent in a second
     */
    public SubmissionRouter(
            SubmissionStore store,
            RoutingApi api,
            int catchUpPerSecond,
            InstantSource clock,
            ScheduledExecutorService executor) {
        this(store, api, catchUpPerSecond, clock, System::nanoTime, executor);
    }

    SubmissionRouter(
            SubmissionStore store,
            RoutingApi api,
            int catchUpPerSecond,
            InstantSource clock,
            LongSupplier ticker,
            ScheduledExecutorService executor) {
        this.store = store;
        this.api = api;
        this.catchUpPerSecond = catchUpPerSecond;
        this.clock = clock;
        this.executor = executor;
        this.ticker = ticker;
        this.outage = new Outage(ticker);
        this.leads = new WaitingLeads(store, clock);
        this.nextAccessProbe = ticker.getAsLong();
        this.rules = new OutcomeRules(new RetrySchedule(new Random()));
    }

    /** Takes what makes the request of a submission that is sent: what depends on the config just now is added there. */
    public void addressing(Function<Submission, RoutingRequest> request) {
        outgoing = request;
    }

    /** Begins to look for waiting submissions, each second. */
    public void start() {
        executor.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a changed config: another API, another rate, other leads that may be sent. Whatever needed a person gets one
     * more try.
     *
     * @param maySend which of the leads that wait may be sent now
     */
    public void use(RoutingApi changed, int changedCatchUp, Predicate<Submission> maySend) {
        api = changed;
        catchUpPerSecond = changedCatchUp;
        leads.onlyThose(maySend);
        nextAccessProbe = ticker.getAsLong();
        executor.execute(leads::configChanges);
    }

    /** Whether the prospect of that request should not wait for the API just now. */
    public boolean isApiHeldBack(RoutingRequest request) {
        return api.isOpen(request);
    }

    public String breakerState() {
        return api.breakerState();
    }

    /**
     * Sends a submission that has just been saved.
     *
     * @return completes with the submission as the first attempt left it; never exceptionally
     */
    public CompletableFuture<Submission> route(Submission submission) {
        var attempt = new Attempt(submission, new CompletableFuture<>());
        var earlier = underWay.putIfAbsent(submission.id(), attempt);
        if (earlier != null) {
            return earlier.outcome();
        }
        executor.execute(() -> send(attempt));
        return attempt.outcome();
    }

    /** The submission as it stands now. */
    public Submission now(Submission submission) {
        try {
            return store.byId(submission.id()).orElse(submission);
        } catch (StoreException failed) {
            LOG.log(Level.ERROR, "The store could not be asked for submission " + submission.id() + ".", failed);
            return submission;
        }
    }

    /** The attempt that is under way on this node, if one is. */
    public Optional<CompletableFuture<Submission>> underWay(String id) {
        return Optional.ofNullable(underWay.get(id)).map(Attempt::outcome);
    }

    private void send(Attempt attempt) {
        var submission = attempt.submission();
        try {
            var started = new AtomicBoolean();
            var now = store.update(submission.id(), progress -> begin(progress, started));
            if (now.isPresent() && !started.get()) {
                end(attempt, now.get());
                return;
            }
        } catch (StoreException | RuntimeException storeFailed) {
            LOG.log(
                    Level.ERROR,
                    "The store did not take the start of an attempt; submission " + submission.id()
                            + " is sent from memory.",
                    storeFailed);
        }
        var sent = submission.progress().sending(clock.instant());
        api.route(outgoing.apply(submission))
                .whenCompleteAsync((answer, failed) -> finish(attempt, sent, answer), executor);
    }

    private Progress begin(Progress progress, AtomicBoolean started) {
        if (progress.state() != State.WAITING && progress.state() != State.NEEDS_YOU) {
            return progress;
        }
        started.set(true);
        return progress.sending(clock.instant());
    }

    private void finish(Attempt attempt, Progress sent, RoutingOutcome answer) {
        var id = attempt.submission().id();
        var finished = attempt.submission().with(rules.after(id, sent, answer, clock.instant()));
        tell(finished);
        try {
            if (store.update(id, before -> finished.progress()).isEmpty()) {
                tryAgainFromMemory(finished);
            }
        } catch (StoreException | RuntimeException storeFailed) {
            LOG.log(Level.ERROR, "The store did not take the outcome of submission " + id + ".", storeFailed);
        }
        boolean recovered = outage.endsWith(answer);
        end(attempt, finished);
        if (recovered) {
            LOG.log(Level.INFO, "Chili Piper answers again. All waiting leads are sent, oldest first.");
            leads.outageEnds();
        }
        if (WaitingLeads.isRefusedAccess(finished)) {
            someWereRefusedAccess = true;
        } else if (!(answer instanceof Unavailable) && someWereRefusedAccess) {
            someWereRefusedAccess = false;
            leads.accessIsBack();
        }
    }

    /** A lead that no store took lives as long as this process, and is tried by the same schedule. */
    private void tryAgainFromMemory(Submission submission) {
        var nextTry = submission.progress().nextTry();
        if (nextTry == null) {
            return;
        }
        var delay = Duration.between(clock.instant(), nextTry);
        executor.schedule(() -> route(submission), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void end(Attempt attempt, Submission submission) {
        underWay.remove(submission.id(), attempt);
        attempt.outcome().complete(submission);
    }

    private static void tell(Submission submission) {
        var level = submission.state() == State.NEEDS_YOU ? Level.ERROR : Level.INFO;
        LOG.log(
                level,
                submission.form() + ": submission " + submission.id() + " is "
                        + submission.state().words() + ". "
                        + submission.progress().sentence());
    }

    /** One look at the store: what is due is sent, and an API that failed is probed. */
    void tick() {
        try {
            if (closed) {
                return;
            }
            boolean outageIsOn = outage.isOn();
            if (outageIsOn) {
                probe();
            } else if (ticker.getAsLong() - nextAccessProbe >= 0) {
                nextAccessProbe = ticker.getAsLong() + ACCESS_PROBE.toNanos();
                leads.refusedAccess().ifPresent(this::route);
            }
            if (!api.isOpen()) {
                leads.due(outageIsOn ? 1 : catchUpPerSecond).forEach(this::route);
            }
        } catch (StoreException | RuntimeException | Error failed) {
            // The next second looks again: one that ended in an error must not be the last.
            LOG.log(Level.ERROR, "The store could not be asked for waiting leads.", failed);
        }
    }

    /**
     * During an outage the schedule goes on, one lead at a time; besides, the API is asked without a lead, and the oldest
     * lead is tried as soon as it answers that. Where the lead then fails all the same, that question is not asked again
     * in this outage: it would use up the schedule.
     */
    private void probe() throws StoreException {
        if (api.isOpen() || !outage.isProbeDue()) {
            return;
        }
        var oldest = leads.oldest();
        if (oldest.isEmpty()) {
            return;
        }
        outage.probed();
        var submission = oldest.get();
        api.probe(submission.request()).thenAccept(answers -> {
            if (answers) {
                outage.trusts();
                route(submission);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        underWay.values().forEach(attempt -> end(attempt, attempt.submission()));
    }

    /** @param outcome completes with the submission as the attempt left it */
    private record Attempt(Submission submission, CompletableFuture<Submission> outcome) {}
}
