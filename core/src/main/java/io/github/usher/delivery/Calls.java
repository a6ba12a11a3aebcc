package io.github.usher.delivery;

import io.github.usher.routing.RoutingApi;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.Attempt;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The calls that are under way on this node, each submission in at most one. Whatever breaks in one, even by an error of
 * the JVM: its thread goes on, the lead stays, and who waits for it is answered. Thread-safe.
 */
final class Calls {
    private static final System.Logger LOG = System.getLogger("io.github.usher");

    private final Ledger ledger;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final ScheduledExecutorService work;
    private final Executor storeThreads;
    private final OutcomeRules rules = new OutcomeRules(new RetrySchedule(new Random()));
    private final Function<Submission, RoutingRequest> outgoing;
    private final BiConsumer<Submission, RoutingOutcome> afterwards;
    private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger retries = new AtomicInteger();

    /**
     * @param work must not block
     * @param storeThreads may
     * @param outgoing makes what is sent
     * @param afterwards hears of each answer, when it has been noted, and does not wait for the store
     */
    Calls(
            Ledger ledger,
            InstantSource clock,
            LongSupplier ticker,
            ScheduledExecutorService work,
            Executor storeThreads,
            Function<Submission, RoutingRequest> outgoing,
            BiConsumer<Submission, RoutingOutcome> afterwards) {
        this.ledger = ledger;
        this.clock = clock;
        this.ticker = ticker;
        this.work = work;
        this.storeThreads = storeThreads;
        this.outgoing = outgoing;
        this.afterwards = afterwards;
    }

    /**
     * Makes a call, unless one is under way for it.
     *
     * @param submission where it is {@link State#SENDING}, whoever saved it has noted the call already
     * @param isRetry counts against what retries may take
     * @return completes with the submission as the call left it; never exceptionally
     */
    CompletableFuture<Submission> make(RoutingApi api, Submission submission, boolean isRetry, Duration patience) {
        return make(api, submission, isRetry, patience, storeThreads);
    }

    /**
     * Tries leads again that wait in the store, one after the other: the beginnings of many at once would stand before the
     * ends of others, and what is not noted when the process ends is sent twice. Blocks.
     */
    void retry(RoutingApi api, List<Submission> waiting, Duration patience) {
        waiting.forEach(submission -> make(api, submission, true, patience, Runnable::run));
    }

    private CompletableFuture<Submission> make(
            RoutingApi api, Submission submission, boolean isRetry, Duration patience, Executor begins) {
        var call = new UnderWay(submission, api, isRetry, patience, new CompletableFuture<>());
        var earlier = underWay.putIfAbsent(submission.id(), call);
        if (earlier != null) {
            return earlier.outcome();
        }
        if (isRetry) {
            retries.incrementAndGet();
        }
        if (submission.state() == State.SENDING) {
            step(work, () -> send(call, submission), broken -> broke(call, broken));
        } else {
            step(begins, () -> begin(call), broken -> broke(call, broken));
        }
        return call.outcome();
    }

    Optional<CompletableFuture<Submission>> underWay(String id) {
        return Optional.ofNullable(underWay.get(id)).map(UnderWay::outcome);
    }

    int count() {
        return underWay.size();
    }

    int retries() {
        return retries.get();
    }

    /** Whatever breaks in a step, another takes its place: nothing of a lead hangs on a thread. */
    private static void step(Executor executor, Runnable step, Consumer<Throwable> otherwise) {
        try {
            executor.execute(() -> {
                try {
                    step.run();
                } catch (RuntimeException | Error broken) {
                    otherwise.accept(broken);
                }
            });
        } catch (RejectedExecutionException tooMuch) {
            otherwise.accept(tooMuch);
        }
    }

    private void begin(UnderWay call) {
        Submission sending;
        try {
            sending = ledger.begin(call.submission(), clock.instant());
        } catch (StoreException | RuntimeException failed) {
            // It is in the store as it was, and is tried again from there.
            ledger.tell(failed);
            end(call, call.submission());
            return;
        }
        if (sending == null) {
            end(call, call.submission());
            return;
        }
        send(call, sending);
    }

    private void send(UnderWay call, Submission sending) {
        var at = clock.instant();
        long nanos = ticker.getAsLong();
        call.api().route(outgoing.apply(sending)).whenComplete((answer, failed) -> {
            var outcome = failed == null ? answer : unknown(failed);
            var took = Duration.ofNanos(ticker.getAsLong() - nanos);
            step(work, () -> ended(call, sending, outcome, at, took), broken -> broke(call, broken));
        });
    }

    private static RoutingOutcome unknown(Throwable failed) {
        return new Unavailable("The call ended with " + failed.getClass().getName() + ".", null, true);
    }

    private void ended(UnderWay call, Submission sending, RoutingOutcome answer, Instant at, Duration took) {
        var attempt = Attempt.of(answer, at, took, ledger.store().node());
        var sent = sending.progress();
        var progress = rules.after(sending.id(), sent, answer, clock.instant()).withEnded(attempt);
        var finished = sending.with(progress);
        var settle = Settling.of(sent, progress, answer, attempt);
        Consumer<Throwable> keep = broken -> {
            ledger.keep(finished, settle);
            end(call, finished);
        };
        step(
                storeThreads,
                () -> ledger.ended(finished, settle)
                        .thenAccept(kept -> {
                            end(call, kept);
                            afterwards.accept(finished, answer);
                        })
                        .exceptionally(broken -> {
                            keep.accept(broken);
                            return null;
                        }),
                keep);
        // A store that hangs keeps no visitor waiting: what came of the call is known.
        Runnable answered = () -> call.outcome().complete(finished);
        var timeIsUp = work.schedule(answered, call.patience().toNanos(), TimeUnit.NANOSECONDS);
        call.outcome().whenComplete((known, never) -> timeIsUp.cancel(false));
        tell(finished);
    }

    /** The lead is what it was when the call began, in the store or in memory, and is tried again. */
    private void broke(UnderWay call, Throwable broken) {
        var submission = call.submission();
        try {
            LOG.log(
                    Level.ERROR,
                    submission.form() + ": the call for submission " + submission.id() + " broke ("
                            + broken.getClass().getName() + "). The lead stays and is tried again.");
            var sent = submission.state() == State.SENDING
                    ? submission.progress()
                    : submission.progress().sending(clock.instant());
            var progress = rules.after(submission.id(), sent, unknown(broken), clock.instant());
            ledger.keep(submission.with(progress), before -> before.state() == State.SENDING ? progress : before);
        } finally {
            end(call, submission);
        }
    }

    private void end(UnderWay call, Submission submission) {
        if (underWay.remove(submission.id(), call) && call.isRetry()) {
            retries.decrementAndGet();
        }
        call.outcome().complete(submission);
    }

    /** Who waits is answered with what is known; the calls go on. */
    void release() {
        underWay.values().forEach(call -> call.outcome().complete(call.submission()));
    }

    private static void tell(Submission submission) {
        var level = submission.state() == State.NEEDS_YOU ? Level.ERROR : Level.INFO;
        LOG.log(
                level,
                submission.form() + ": submission " + submission.id() + " is "
                        + submission.state().words() + ". "
                        + submission.progress().sentence());
    }

    /** @param outcome completes with the submission as the call left it */
    private record UnderWay(
            Submission submission,
            RoutingApi api,
            boolean isRetry,
            Duration patience,
            CompletableFuture<Submission> outcome) {}
}
