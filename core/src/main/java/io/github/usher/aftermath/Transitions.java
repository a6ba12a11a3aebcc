package io.github.usher.aftermath;

import io.github.usher.booking.BookingLife.Standing;
import io.github.usher.config.NoticeKind;
import io.github.usher.handoff.Show;
import io.github.usher.submission.Notice;
import io.github.usher.submission.Progress;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a change of a submission leaves behind: the step that it came to, and what is to be told of it. Pure. */
final class Transitions {
    /** Leads that come late are told together once no more of them have come for so long. */
    static final Duration QUIET = Duration.ofSeconds(30);

    private static final Set<State> PASSING = EnumSet.of(State.WAITING, State.SENDING);

    private Transitions() {}

    /**
     * The submission as it is kept after a change.
     *
     * @param before null where it is new
     * @param after as it is to be; its booking decides its state where there is one
     */
    static Submission noted(@Nullable Submission before, Submission after, Wishes wishes, Instant now) {
        var settled = settled(after, now);
        if (before != null && before.state() == settled.state() && hasSameEvents(before, settled)) {
            return settled;
        }
        var progress = settled.progress();
        var trail = progress.trail();
        boolean came = before == null || before.state() != progress.state();
        if (came && !PASSING.contains(progress.state())) {
            trail = trail.withStep(new Trail.Step(progress.since(), progress.state(), progress.sentence()));
            trail = told(settled, trail, wishes, now);
        }
        if (trail.life().isTaken()) {
            trail = trail.withoutNotices(NoticeKind.NOT_BOOKED);
        }
        return settled.with(progress.withTrail(trail));
    }

    private static boolean hasSameEvents(Submission one, Submission other) {
        return one.progress().trail().events().equals(other.progress().trail().events());
    }

    /** A webhook knows better than the call that was under way meanwhile. */
    private static Submission settled(Submission after, Instant now) {
        var progress = after.progress();
        var life = progress.trail().life();
        var state = stateOf(life.standing());
        if (state == null || (progress.state() == state && progress.sentence().equals(life.sentence()))) {
            return after;
        }
        return after.with(progress.with(state, life.sentence(), progress.state() == state ? progress.since() : now));
    }

    private static @Nullable State stateOf(Standing standing) {
        return switch (standing) {
            case BOOKED -> State.BOOKED;
            case CANCELLED -> State.CANCELLED;
            case NOT_BOOKED, REPORTED -> null;
        };
    }

    private static Trail told(Submission now, Trail trail, Wishes wishes, Instant at) {
        var progress = now.progress();
        return switch (progress.state()) {
            case NEEDS_YOU -> with(trail, NoticeKind.NEEDS_YOU, at, at, wishes);
            case ROUTED -> routed(now, trail, wishes, at);
            case DISQUALIFIED -> late(now, trail, wishes, at);
            case BOOKED -> with(trail, NoticeKind.BOOKED, at, at, wishes);
            case CANCELLED -> with(trail.withoutNotices(NoticeKind.NOT_BOOKED), NoticeKind.CANCELLED, at, at, wishes);
            default -> trail;
        };
    }

    private static Trail routed(Submission now, Trail trail, Wishes wishes, Instant at) {
        var late = late(now, trail, wishes, at);
        return now.plan().show() instanceof Show.OwnPage
                ? late
                : with(late, NoticeKind.NOT_BOOKED, at, at.plus(wishes.notBookedAfter(now.form())), wishes);
    }

    private static Trail late(Submission now, Trail trail, Wishes wishes, Instant at) {
        return isLate(now, now.progress(), at)
                ? with(trail, NoticeKind.DELIVERED_LATE, at, at.plus(QUIET), wishes)
                : trail;
    }

    /** The prospect had gone on to the site's own page by then. */
    private static boolean isLate(Submission submission, Progress progress, Instant at) {
        return progress.attempts() > 1
                || at.isAfter(submission
                        .acceptedAt()
                        .plus(submission.plan().visitorWaits())
                        .plusSeconds(1));
    }

    private static Trail with(Trail trail, NoticeKind kind, Instant at, Instant due, Wishes wishes) {
        return wishes.asksFor(kind) ? trail.withoutNotices(kind).withNotice(Notice.of(kind, at, due)) : trail;
    }
}
