package io.github.usher.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of a crowd. */
final class Outcome {
    private final Map<Visit.End, List<Long>> nanos = new EnumMap<>(Visit.End.class);
    private long came;
    private int mostAtOnce;
    private long took;

    void came() {
        came++;
    }

    void there(int count) {
        mostAtOnce = Math.max(mostAtOnce, count);
    }

    void took(long time) {
        took = time;
    }

    void ended(Visit visit, long now) {
        add(visit.end(), now - visit.since());
    }

    /** He got no connection. */
    void turnedAway() {
        add(Visit.End.FAILED, 0);
    }

    private void add(Visit.End end, long after) {
        nanos.computeIfAbsent(end, any -> new ArrayList<>()).add(after);
    }

    int count(Visit.End end) {
        return nanos.getOrDefault(end, List.of()).size();
    }

    int mostAtOnce() {
        return mostAtOnce;
    }

    /** How many got to that end in each second. */
    double perSecond(Visit.End end) {
        return perSecond(end, 0);
    }

    /** The same, where even the last one had to wait for so long after he came. */
    double perSecond(Visit.End end, long millis) {
        return count(end) * 1e9 / (took - millis * 1e6);
    }

    /** Milliseconds within which that part of those got there. */
    double millis(Visit.End end, double part) {
        var sorted = new ArrayList<>(nanos.getOrDefault(end, List.of()));
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part)) / 1e6;
    }

    @Override
    public String toString() {
        return "%d came, %d calendar (p50 %.0f, p99 %.0f, most %.0f ms), %d own page (p50 %.0f, p99 %.0f ms), %d failed, %d at once, %.0f/s"
                .formatted(
                        came,
                        count(Visit.End.CALENDAR),
                        millis(Visit.End.CALENDAR, 0.5),
                        millis(Visit.End.CALENDAR, 0.99),
                        millis(Visit.End.CALENDAR, 1),
                        count(Visit.End.OWN_PAGE),
                        millis(Visit.End.OWN_PAGE, 0.5),
                        millis(Visit.End.OWN_PAGE, 0.99),
                        count(Visit.End.FAILED),
                        mostAtOnce,
                        perSecond(Visit.End.CALENDAR));
    }
}
