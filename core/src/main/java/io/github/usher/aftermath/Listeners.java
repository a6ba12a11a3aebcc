package io.github.usher.aftermath;

import io.github.usher.SubmissionListener;
import io.github.usher.booking.BookingLinks;
import io.github.usher.submission.Submission;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells code of the site what happens, on one thread of its own, which is there only while there is something to tell.
 * Thread-safe.
 */
public final class Listeners implements Audience, AutoCloseable {
    /** How long one call may last before its thread is interrupted. */
    public static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    /** How many events may wait; what comes then is not told to listeners, which the log counts. */
    public static final int MOST_WAITING = 10_000;

    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final int IDLE_SECONDS = 10;

    private final Supplier<List<SubmissionListener>> found;
    private final Supplier<@Nullable SubmissionListener> put;
    private final Supplier<BookingLinks> links;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final Duration longest;
    private final ThreadPoolExecutor thread;
    private final Seldom seldom = new Seldom(System::nanoTime);
    private volatile @Nullable List<SubmissionListener> known;

    /**
     * @param found looks for listeners; called once, on a thread of ours
     * @param put the one that the site has put into its context just now; called for each event
     * @param timer interrupts a call that lasts too long
     */
    public Listeners(
            Supplier<List<SubmissionListener>> found,
            Supplier<@Nullable SubmissionListener> put,
            Supplier<BookingLinks> links,
            InstantSource clock,
            ScheduledExecutorService timer,
            ThreadFactory threads) {
        this(found, put, links, clock, timer, threads, LONGEST_CALL);
    }

    Listeners(
            Supplier<List<SubmissionListener>> found,
            Supplier<@Nullable SubmissionListener> put,
            Supplier<BookingLinks> links,
            InstantSource clock,
            ScheduledExecutorService timer,
            ThreadFactory threads,
            Duration longest) {
        this.found = found;
        this.put = put;
        this.links = links;
        this.clock = clock;
        this.timer = timer;
        this.longest = longest;
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), threads);
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void heard(@Nullable Submission before, Submission after) {
        var there = known;
        if (there != null && there.isEmpty() && put.get() == null) {
            return;
        }
        var event = Happenings.of(before, after, links.get(), clock.instant());
        if (event == null) {
            return;
        }
        execute(listener -> listener.on(event));
    }

    /** Tells that a form has changed under its config. */
    public void drifted(String form, String sentence) {
        execute(listener -> listener.drifted(form, sentence));
    }

    private void execute(Call call) {
        try {
            thread.execute(() -> tell(call));
        } catch (RejectedExecutionException tooMany) {
            seldom.say(
                    Level.WARNING,
                    "A SubmissionListener is too slow: " + MOST_WAITING
                            + " events wait for it, and what comes now is not told to it.");
        }
    }

    private void tell(Call call) {
        for (var listener : listeners()) {
            call(listener, call);
        }
        var other = put.get();
        if (other != null) {
            call(other, call);
        }
    }

    private List<SubmissionListener> listeners() {
        var there = known;
        if (there != null) {
            return there;
        }
        try {
            there = List.copyOf(found.get());
        } catch (RuntimeException | Error failed) {
            LOG.log(
                    Level.ERROR,
                    "The site's SubmissionListener could not be made ("
                            + failed.getClass().getName() + "). It hears nothing until the next start.");
            there = List.of();
        }
        known = there;
        return there;
    }

    private void call(SubmissionListener listener, Call call) {
        var turn = new Turn(Thread.currentThread());
        var limit = timer.schedule(turn::interrupt, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            call.on(listener);
        } catch (Throwable failed) {
            // Whatever it is, the next event is told: an Error of the site's code must not end our thread.
            seldom.say(
                    Level.WARNING,
                    listener.getClass().getName() + " failed with "
                            + failed.getClass().getName() + " when it was told of a submission. The lead is unharmed.");
        } finally {
            limit.cancel(false);
            if (turn.end()) {
                seldom.say(
                        Level.WARNING,
                        listener.getClass().getName() + " took longer than " + longest.toSeconds()
                                + " s and was interrupted.");
            }
        }
    }

    /** Tells no more, and interrupts what runs. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** What a listener is told. */
    private interface Call {
        void on(SubmissionListener listener) throws Exception;
    }

    /** One call: it may be interrupted until it ends, and the thread goes on uninterrupted. */
    private static final class Turn {
        private final Thread thread;
        private boolean ended;
        private boolean interrupted;

        Turn(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (!ended) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** Whether it had to be interrupted. */
        synchronized boolean end() {
            ended = true;
            boolean clear = interrupted && Thread.interrupted();
            return interrupted || clear;
        }
    }
}
