package io.github.usher.delivery;

import io.github.usher.routing.RoutingApi;
import io.github.usher.routing.RoutingOutcome;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Finds out when an API that was away, or refused all for want of access, is back, and lets those go that waited for it.
 * Thread-safe.
 */
final class Comeback {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final Duration ACCESS_PROBE = Duration.ofHours(1);

    private final Outages outages;
    private final WaitingLeads leads;
    private final LongSupplier ticker;
    private final Consumer<Submission> again;
    private final Executor storeThreads;
    private volatile boolean someWereRefusedAccess;
    private volatile long nextAccessProbe;

    /**
     * @param again sends that lead now
     * @param storeThreads may block
     */
    Comeback(WaitingLeads leads, LongSupplier ticker, Consumer<Submission> again, Executor storeThreads) {
        this.outages = new Outages(ticker);
        this.leads = leads;
        this.ticker = ticker;
        this.again = again;
        this.storeThreads = storeThreads;
        this.nextAccessProbe = ticker.getAsLong();
    }

    /** Whether every host that was asked is away. */
    boolean isAwaited() {
        return outages.allAreOn();
    }

    /** What a call's answer says of the API. Does not wait for the store. */
    void answered(RoutingApi api, Submission finished, RoutingOutcome answer) {
        if (outages.endsWith(api.hostOf(finished.request()), answer)) {
            onAStoreThread(this::rush);
        }
        if (WaitingLeads.isRefusedAccess(finished)) {
            someWereRefusedAccess = true;
        } else if (!(answer instanceof Unavailable) && someWereRefusedAccess) {
            someWereRefusedAccess = false;
            onAStoreThread(leads::accessIsBack);
        }
    }

    private void rush() {
        if (leads.rush()) {
            LOG.log(Level.INFO, "Chili Piper answers. All waiting leads are sent, oldest first.");
        }
    }

    /** An end that is seen once must not be missed: where too much waits for those threads it is done here. */
    private void onAStoreThread(Runnable step) {
        try {
            storeThreads.execute(OneAtATime.guarded(step));
        } catch (RejectedExecutionException tooMuch) {
            step.run();
        }
    }

    /** Another config may have access: one lead tries it with the next look. */
    void configChanges() {
        nextAccessProbe = ticker.getAsLong();
    }

    /** One lead of those that were refused access is tried each hour. */
    void tryAccess() throws StoreException {
        if (ticker.getAsLong() - nextAccessProbe >= 0) {
            nextAccessProbe = ticker.getAsLong() + ACCESS_PROBE.toNanos();
            leads.refusedAccess().ifPresent(again);
        }
    }

    /**
     * During an outage the schedule goes on, one lead at a time; besides, the API is asked without a lead, and the oldest
     * lead is tried as soon as it answers that. Where the lead then fails all the same, that question is not asked again
     * in this outage: it would use up the schedule.
     */
    void probe(RoutingApi api) throws StoreException {
        if (api.isOpen()) {
            return;
        }
        for (var host : outages.on().entrySet()) {
            if (host.getValue().isProbeDue()) {
                probe(api, host.getKey(), host.getValue());
            }
        }
    }

    private void probe(RoutingApi api, String host, Outage outage) throws StoreException {
        var oldest = leads.oldest(submission -> host.equals(api.hostOf(submission.request())));
        if (oldest.isEmpty() || api.isOpen(oldest.get().request())) {
            return;
        }
        outage.probed();
        var submission = oldest.get();
        api.probe(submission.request()).thenAccept(answers -> {
            if (answers) {
                outage.trusts();
                again.accept(submission);
            }
        });
    }
}
