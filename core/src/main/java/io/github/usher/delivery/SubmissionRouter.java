package io.github.usher.delivery;

import io.github.usher.routing.RoutingApi;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Sends submissions: each at once, and again by the schedule until it is done. New ones never wait behind old ones.
 *
 * <p>Thread-safe. Every store and API call runs on the executors it was given, never on the caller's thread, but where a
 * method says so. One submission is under way at most once.
 */
public final class SubmissionRouter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LOOK_ELSEWHERE = Duration.ofMillis(250);
    private static final Duration TAKE_UP = Duration.ofSeconds(5);
    private static final Duration CALLS_END_WITHIN = Duration.ofSeconds(4);
    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private final SubmissionStore store;
    private final InstantSource clock;
    private final ScheduledExecutorService work;
    private final Executor storeThreads;
    private final Ledger ledger;
    private final Calls calls;
    private final WaitingLeads leads;
    private final Elsewhere elsewhere;
    private final Comeback comeback;
    private final Turn turn;
    private final ClockFollower clockFollower;
    private final OneAtATime looking;
    private final OneAtATime takingUp;
    private final OneAtATime lookingElsewhere;
    private volatile RoutingApi api;
    private volatile Pace pace;
    private volatile Function<Submission, RoutingRequest> outgoing = Submission::request;
    private volatile boolean closed;

    /**
     * @param work ours, for what does not block; must outlive the router, which starts its tick on it
     * @param storeThreads ours, several, for what waits for the store; with a queue that refuses what is too much
     */
    public SubmissionRouter(
            SubmissionStore store,
            RoutingApi api,
            Pace pace,
            InstantSource clock,
            ScheduledExecutorService work,
            Executor storeThreads) {
        this(store, api, pace, clock, System::nanoTime, work, storeThreads);
    }

    SubmissionRouter(
            SubmissionStore store,
            RoutingApi api,
            Pace pace,
            InstantSource clock,
            LongSupplier ticker,
            ScheduledExecutorService work,
            Executor storeThreads) {
        this.store = store;
        this.api = api;
        this.pace = pace;
        this.clock = clock;
        this.work = work;
        this.storeThreads = storeThreads;
        this.ledger = new Ledger(store, storeThreads, ticker);
        this.leads = new WaitingLeads(store, clock);
        this.comeback = new Comeback(leads, ticker, this::again, storeThreads);
        this.calls = new Calls(
                ledger,
                clock,
                ticker,
                work,
                storeThreads,
                submission -> outgoing.apply(submission),
                (finished, answer) -> comeback.answered(api, finished, answer));
        this.elsewhere = new Elsewhere(store, ticker);
        this.turn = new Turn(store, ticker);
        this.clockFollower = new ClockFollower(new WallClock(clock, ticker), ticker, ledger, leads);
        this.looking = new OneAtATime(storeThreads, ledger::tell);
        this.takingUp = new OneAtATime(storeThreads, ledger::tell);
        this.lookingElsewhere = new OneAtATime(storeThreads, ledger::tell);
    }

    /** Takes what makes the request of a submission that is sent: what depends on the config just now is added there. */
    public void addressing(Function<Submission, RoutingRequest> request) {
        outgoing = request;
    }

    /** Begins to look for waiting submissions, each second. */
    public void start() {
        every(TICK, this::tick);
        every(LOOK_ELSEWHERE, this::lookElsewhere);
        every(TAKE_UP, this::takeUp);
    }

    private void every(Duration pause, Runnable step) {
        work.scheduleWithFixedDelay(OneAtATime.guarded(step), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a changed config: another API, another pace, other leads that may be sent. Whatever needed a person gets one
     * more try.
     *
     * @param maySend which of the leads that wait may be sent now
     */
    public void use(RoutingApi changed, Pace changedPace, Predicate<Submission> maySend) {
        api = changed;
        pace = changedPace;
        leads.onlyThose(maySend);
        comeback.configChanges();
        new OneAtATime(storeThreads, ledger::tell).run(leads::configChanges);
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
     * @param submission where it is {@code sending}, it was saved so, and is sent without a further word to the store
     * @return completes with the submission as the first attempt left it; never exceptionally
     */
    public CompletableFuture<Submission> route(Submission submission) {
        return calls.make(api, submission, false, pace.patience());
    }

    /** The attempt that is under way on this node, if one is. */
    public Optional<CompletableFuture<Submission>> underWay(String id) {
        return calls.underWay(id);
    }

    /**
     * Completes with what comes of a submission's first call, wherever that is made; at once where none is under way.
     *
     * @param submission as the store has it now
     * @param most how long anybody waits for it
     */
    public CompletableFuture<Submission> outcome(Submission submission, Duration most) {
        var here = calls.underWay(submission.id());
        if (here.isPresent()) {
            return here.get();
        }
        return Elsewhere.isOpen(submission)
                ? elsewhere.outcome(submission, most.toNanos())
                : CompletableFuture.completedFuture(submission);
    }

    /** The submission as it stands now, as far as that can be known within the store's patience. */
    public Submission now(Submission submission) {
        var here = ledger.inMemory(submission.id());
        if (here.isPresent()) {
            return here.get();
        }
        try {
            return ledger.look(() -> store.byId(submission.id()), pace.patience())
                    .orElse(submission);
        } catch (StoreException failed) {
            ledger.tell(failed);
            return submission;
        }
    }

    /** The submission of a hand-off page, if it can be found within the store's patience. */
    public Optional<Submission> byTokenHash(String tokenHash) throws StoreException {
        return ledger.look(() -> store.byTokenHash(tokenHash), pace.patience());
    }

    /** What the store holds, if it can be counted within the store's patience. */
    public SubmissionStore.Counts counts() throws StoreException {
        return ledger.look(store::counts, pace.patience());
    }

    Ledger ledger() {
        return ledger;
    }

    /** One look: what is due is sent, and an API that failed is probed. */
    void tick() {
        if (closed) {
            return;
        }
        ledger.remind();
        if (!api.isOpen()) {
            // These need no store, which may hang.
            ledger.dueInMemory(clock.instant(), room()).stream()
                    .filter(leads::maySend)
                    .forEach(this::again);
        }
        looking.run(this::look);
    }

    private void look() throws StoreException {
        ledger.writeUnlessSomebodyDoes();
        clockFollower.look();
        send();
    }

    private void send() throws StoreException {
        boolean outageIsOn = comeback.isAwaited();
        if (outageIsOn) {
            leads.endRush();
        }
        comeback.probe(api);
        if (!outageIsOn) {
            comeback.tryAccess();
        }
        if (api.isOpen()) {
            turn.giveUp();
            return;
        }
        int room = outageIsOn ? Math.min(1, room()) : room();
        if (room > 0 && leads.someWait() && turn.isOurs()) {
            calls.retry(api, leads.next(room), pace.patience());
        }
    }

    private int room() {
        return Math.max(0, Math.min(pace.catchUpPerSecond(), pace.retriesAtOnce() - calls.retries()));
    }

    private void again(Submission submission) {
        calls.make(api, submission, true, pace.patience());
    }

    /** Says that this node lives, and frees what dead ones were sending. */
    void takeUp() {
        takingUp.run(leads::takeUp);
    }

    private void lookElsewhere() {
        if (elsewhere.isAwaited()) {
            lookingElsewhere.run(elsewhere::look);
        }
    }

    /** Begins no further call, and waits some seconds for those under way: an answer that is heard is no lead twice. */
    public void drain() {
        closed = true;
        awaitCalls(CALLS_END_WITHIN);
        calls.release();
    }

    private void awaitCalls(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (calls.count() > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }

    /** After the API has been closed, and what it still had to say has been noted. */
    @Override
    public void close() {
        closed = true;
        calls.release();
        awaitCalls(pace.patience());
        try {
            ledger.look(this::lastWord, pace.patience());
        } catch (StoreException failed) {
            ledger.tell(failed);
        }
        int lost = ledger.atStake();
        if (lost > 0) {
            LOG.log(
                    Level.ERROR,
                    lost + (lost == 1 ? " lead is" : " leads are")
                            + " lost with this stop: the store took none of them, and Chili Piper did not answer. They"
                            + " are in the mail or the database of your site.");
        }
    }

    private boolean lastWord() throws StoreException {
        ledger.writeAll();
        turn.giveUp();
        return true;
    }
}
