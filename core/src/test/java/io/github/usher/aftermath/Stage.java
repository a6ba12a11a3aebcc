package io.github.usher.aftermath;

import io.github.usher.booking.BookingLinks;
import io.github.usher.config.NoticeKind;
import io.github.usher.routing.AfterBooking;
import io.github.usher.routing.RoutingOutcome.Routed;
import io.github.usher.routing.RoutingOutcome.Unavailable;
import io.github.usher.submission.Browser;
import io.github.usher.submission.MemoryStore;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A watched store in memory with a clock that the test owns, and what its audience heard. */
final class Stage {
    static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    static final BookingLinks LINKS = BookingLinks.of("acme");

    volatile Instant now = START;
    final Set<NoticeKind> kinds = EnumSet.allOf(NoticeKind.class);
    final MemoryStore memory = new MemoryStore(10_000, () -> now);
    final List<Audience> audiences = new ArrayList<>();
    final WatchedStore store = new WatchedStore(memory, this::wishes, this::heard, () -> now);

    Wishes wishes() {
        return new Wishes(kinds, Map.of("contact", Duration.ofMinutes(30)), LINKS);
    }

    private void heard(@Nullable Submission before, Submission after) {
        audiences.forEach(each -> each.heard(before, after));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Submission accepted(String id) throws StoreException {
        return accepted(id, id.toLowerCase(java.util.Locale.ROOT) + "@ae.example");
    }

    Submission accepted(String id, String email) throws StoreException {
        var lead = Map.of("LastName", id, "Email", email);
        var submission = Submissions.waiting(id, now, lead);
        var browser = new Browser(null, null, "192.0.2.1 " + id, "");
        store.saveSoon(submission, Repeats.of("contact", lead, browser, null, Duration.ZERO), null)
                .join();
        return submission;
    }

    Submission routed(String id) throws StoreException {
        accepted(id);
        return routes(id);
    }

    Submission routes(String id) throws StoreException {
        store.update(id, progress -> progress.sending(now));
        var outcome =
                new Routed("route-" + id, URI.create("https://acme.chilipiper.com/b"), null, AfterBooking.nothing());
        return store.updateSoon(
                        id,
                        progress -> progress.with(State.ROUTED, outcome.sentence(), now)
                                .withOutcome(outcome))
                .join()
                .orElseThrow();
    }

    Submission fails(String id) throws StoreException {
        store.update(id, progress -> progress.sending(now));
        var outcome = new Unavailable("503.", null, false);
        return store.update(
                        id,
                        progress -> progress.with(State.WAITING, "503. It is tried again.", now)
                                .withNextTry(now.plusSeconds(5))
                                .withOutcome(outcome))
                .orElseThrow();
    }

    Submission kept(String id) {
        return memory.byId(id).orElseThrow();
    }

    List<NoticeKind> pending(String id) {
        return kept(id).progress().trail().notices().stream()
                .map(io.github.usher.submission.Notice::kind)
                .toList();
    }
}
