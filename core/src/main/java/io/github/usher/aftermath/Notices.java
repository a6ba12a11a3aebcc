package io.github.usher.aftermath;

import io.github.usher.booking.BookingLinks;
import io.github.usher.config.NoticeKind;
import io.github.usher.config.Notify;
import io.github.usher.delivery.RetrySchedule;
import io.github.usher.routing.Poster;
import io.github.usher.submission.Notice;
import io.github.usher.submission.Selection;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the addresses of {@code notify} what is due, with the same schedule as leads: what is pending stands in the
 * submissions themselves. Of several nodes one tells it; after a kill it may be told again, under the same id.
 *
 * <p>Thread-safe. All store calls are made on the executor.
 */
public final class Notices {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    /** Whoever tells something has this long; then it is due again, for any node. */
    private static final Duration CLAIM = Duration.ofMinutes(2);
    /** However many late leads keep coming, this is when their number is told. */
    private static final Duration LONGEST_QUIET = Duration.ofHours(1);

    private static final int AT_ONCE = 16;

    private final WatchedStore store;
    private final Poster poster;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    private final Executor executor;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Seldom seldom = new Seldom(System::nanoTime);
    private volatile Settings settings =
            new Settings(List.of(), new BookingLinks(java.net.URI.create("https://chilipiper.com")), any -> null);

    public Notices(WatchedStore store, Poster poster, RetrySchedule schedule, InstantSource clock, Executor executor) {
        this.store = store;
        this.poster = poster;
        this.schedule = schedule;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Takes a config.
     *
     * @param resume gives the link that takes a prospect back to a booking; null where there is none
     */
    public void use(List<Notify> targets, BookingLinks links, Function<Submission, @Nullable String> resume) {
        settings = new Settings(List.copyOf(targets), links, resume);
    }

    /** One look at what is due. Called each second, on the executor. */
    public void tick() {
        if (settings.targets().isEmpty()) {
            return;
        }
        try {
            single();
            late();
        } catch (StoreException | RuntimeException failed) {
            seldom.say(
                    Level.ERROR,
                    "The store could not be asked for what is to be told ("
                            + failed.getClass().getName() + ").");
        }
    }

    private void single() throws StoreException {
        var now = clock.instant();
        int most = free.availablePermits();
        var due = most == 0 ? List.<Submission>of() : store.page(Selection.noticeDue(now), null, most * 2);
        for (var submission : due) {
            for (var notice : submission.progress().trail().notices()) {
                if (notice.kind() != NoticeKind.DELIVERED_LATE && !notice.due().isAfter(now) && free.tryAcquire()) {
                    var mine = claim(submission, notice, now);
                    if (mine == null) {
                        free.release();
                    } else {
                        tell(List.of(mine), notice);
                    }
                }
            }
        }
    }

    /** Leads that came late are told together, once no more of them come. */
    private void late() throws StoreException {
        var now = clock.instant();
        var pending = new ArrayList<Submission>();
        store.each(Selection.noticeDue(now.plus(Transitions.QUIET)), submission -> {
            if (lateNotice(submission) != null) {
                pending.add(submission);
            }
            return true;
        });
        var notices = pending.stream().map(Notices::lateNotice).toList();
        var oldest = notices.stream().map(Notice::at).min(Comparator.naturalOrder());
        boolean stillComing = notices.stream().anyMatch(notice -> notice.due().isAfter(now));
        if (oldest.isEmpty() || (stillComing && oldest.get().plus(LONGEST_QUIET).isAfter(now)) || !free.tryAcquire()) {
            return;
        }
        var mine = new ArrayList<Submission>();
        for (var submission : pending) {
            var notice = lateNotice(submission);
            var claimed = notice == null ? null : claim(submission, notice, now.plus(Transitions.QUIET));
            if (claimed != null) {
                mine.add(claimed);
            }
        }
        var first = mine.isEmpty() ? null : lateNotice(mine.get(0));
        if (first == null) {
            free.release();
        } else {
            tell(mine, first);
        }
    }

    private static @Nullable Notice lateNotice(Submission submission) {
        return submission.progress().trail().notices().stream()
                .filter(notice -> notice.kind() == NoticeKind.DELIVERED_LATE)
                .findFirst()
                .orElse(null);
    }

    /** The submission with its notice put off; null where another node was faster, or there is nothing to tell. */
    private @Nullable Submission claim(Submission submission, Notice notice, Instant by) throws StoreException {
        var claimed = new AtomicBoolean();
        var changed = store.changeTrail(submission.id(), trail -> {
            claimed.set(false);
            return trail.withNoticeChanged(notice, there -> {
                if (there.due().isAfter(by)) {
                    return Optional.of(there);
                }
                claimed.set(true);
                return Optional.of(there.dueAt(clock.instant().plus(CLAIM)));
            });
        });
        return claimed.get() ? changed.orElse(null) : null;
    }

    private void tell(List<Submission> about, Notice notice) {
        var now = settings;
        var rounds = new HashMap<String, CompletableFuture<Poster.Taken>>();
        for (var target : now.targets()) {
            var address = target.url().toString();
            if (target.on().contains(notice.kind()) && !notice.takenBy().contains(address)) {
                var message = NoticeMessage.of(
                        notice.kind(), notice.at(), about, target.includesLead(), now.links(), now.resume());
                rounds.put(
                        address, poster.post(target.url(), message.headers(target, clock.instant()), message.body()));
            }
        }
        var unused = CompletableFuture.allOf(rounds.values().toArray(CompletableFuture[]::new))
                .whenCompleteAsync((done, failed) -> ended(about, notice, rounds), executor);
    }

    private void ended(List<Submission> about, Notice notice, Map<String, CompletableFuture<Poster.Taken>> rounds) {
        free.release();
        var took = new ArrayList<String>();
        rounds.forEach((address, round) -> {
            var taken = round.join();
            if (taken.ok()) {
                took.add(address);
            } else {
                seldom.say(
                        Level.WARNING,
                        "notify: " + java.net.URI.create(address).getHost() + " did not take a message (" + taken.what()
                                + "). It is sent again.");
            }
        });
        boolean all = took.size() == rounds.size();
        var next = all ? Optional.<Duration>empty() : schedule.after(notice.attempts() + 1);
        if (!all && next.isEmpty()) {
            LOG.log(
                    Level.ERROR,
                    "notify: \"" + notice.kind().word() + "\" of submission "
                            + about.get(0).id() + " was not taken in "
                            + (notice.attempts() + 1) + " attempts and is given up.");
        }
        for (var submission : about) {
            settle(submission, notice, took, next.map(clock.instant()::plus));
        }
    }

    private void settle(Submission submission, Notice notice, List<String> took, Optional<Instant> again) {
        try {
            var which = notice.kind() == NoticeKind.DELIVERED_LATE ? lateNotice(submission) : notice;
            if (which != null) {
                store.changeTrail(
                        submission.id(),
                        trail -> trail.withNoticeChanged(which, there -> again.map(time -> there.again(took, time))));
            }
        } catch (StoreException | RuntimeException failed) {
            seldom.say(
                    Level.ERROR,
                    "The store did not take that something was told ("
                            + failed.getClass().getName() + "). It is told again.");
        }
    }

    private record Settings(List<Notify> targets, BookingLinks links, Function<Submission, @Nullable String> resume) {}
}
