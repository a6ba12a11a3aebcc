package io.github.usher.delivery;

import io.github.usher.submission.Selection;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Once a day the line that adds up: what came of yesterday's submissions, each counted once by the state that it has by
 * now. Over several nodes and restarts it is said once; the store remembers the day. Used by one thread.
 */
public final class DailyLine {
    private static final System.Logger LOG = System.getLogger("io.github.usher");
    private static final String SETTING = "daily-line";

    private final SubmissionStore store;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone whose midnight begins a day */
    public DailyLine(SubmissionStore store, InstantSource clock, ZoneId zone) {
        this.store = store;
        this.clock = clock;
        this.zone = zone;
    }

    /** Says it, where yesterday's has not been said. Called often. */
    public void sayIfDue() throws StoreException {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var yesterday = today.minusDays(1);
        var said = store.settingOrPut(SETTING, yesterday.toString());
        // A new store has no yesterday. The clock of another node may be past midnight already; one that was years
        // ahead
        // has been set.
        if (said.equals(yesterday.toString()) || said.equals(today.toString())) {
            return;
        }
        store.putSetting(SETTING, yesterday.toString());
        LOG.log(Level.INFO, of(yesterday));
    }

    /** The line of that day, as of now. */
    String of(LocalDate day) throws StoreException {
        var counts = new EnumMap<Part, Integer>(Part.class);
        var all = Selection.all()
                .acceptedSince(day.atStartOfDay(zone).toInstant())
                .acceptedBefore(day.plusDays(1).atStartOfDay(zone).toInstant());
        store.each(all, submission -> {
            counts.merge(Part.of(submission), 1, Integer::sum);
            return true;
        });
        int accepted = counts.values().stream().mapToInt(Integer::intValue).sum();
        return "Yesterday: " + accepted + " accepted" + (accepted == 0 ? "" : " = " + sum(counts)) + ".";
    }

    private static String sum(Map<Part, Integer> counts) {
        return counts.entrySet().stream()
                .map(part -> part.getValue() + " " + part.getKey().words)
                .collect(Collectors.joining(" + "));
    }

    /** The parts of the sum, in its order. Each submission is in exactly one. */
    private enum Part {
        BOOKED("booked"),
        SHOWN("shown, not booked"),
        CANCELLED("cancelled"),
        DISQUALIFIED("disqualified"),
        LATE("late"),
        NEEDS_YOU("needs you"),
        WAITING("waiting"),
        NOT_SENT("not sent"),
        OBSERVED("observed");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        static Part of(Submission submission) {
            return switch (submission.state()) {
                case BOOKED -> BOOKED;
                case CANCELLED -> CANCELLED;
                case DISQUALIFIED -> DISQUALIFIED;
                case NEEDS_YOU -> NEEDS_YOU;
                case WAITING, SENDING -> WAITING;
                case NOT_SENT -> NOT_SENT;
                case OBSERVED -> OBSERVED;
                case ROUTED -> cameInTime(submission) ? SHOWN : LATE;
            };
        }

        /** Whether the calendar was there while the visitor still waited for it. */
        private static boolean cameInTime(Submission submission) {
            var end = submission.acceptedAt().plus(submission.plan().visitorWaits());
            return !submission.progress().since().isAfter(end);
        }
    }
}
