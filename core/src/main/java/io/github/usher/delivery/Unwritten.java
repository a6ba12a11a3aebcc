package io.github.usher.delivery;

import io.github.usher.submission.Progress;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows and the store does not, or not yet: submissions that it did not take, and outcomes of calls
 * that it did not note. Bounded. Thread-safe; every call is short.
 */
final class Unwritten {
    private final int capacity;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    /** By what repeats them, oldest first: with thousands here nobody looks through them all. */
    private final Map<String, Set<String>> idsByKey = new HashMap<>();

    Unwritten(int capacity) {
        this.capacity = capacity;
    }

    /** Returns whether there was room for it. */
    synchronized boolean add(Entry entry) {
        if (entries.size() >= capacity && !entries.containsKey(entry.id())) {
            return false;
        }
        put(entry);
        return true;
    }

    synchronized Optional<Submission> of(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::submission);
    }

    /** How far a submission that is here has come; returns whether it is here. */
    synchronized boolean progress(String id, Progress progress) {
        return entries.computeIfPresent(id, (same, entry) -> entry.with(progress)) != null;
    }

    /** The save that nobody waits for any longer has come to its end. */
    synchronized void saveEnded(String id, boolean isStored) {
        var entry = entries.get(id);
        if (entry != null) {
            put(entry.afterItsSave(isStored));
        }
    }

    /** An entry was written as it was then; where it has gone on since, it stays, to be written again. */
    synchronized void written(Entry entry) {
        var now = entries.get(entry.id());
        if (entry.equals(now)) {
            entries.remove(entry.id());
            forgetKeys(entry.id(), entry.keys());
        } else if (now != null) {
            put(now.stored());
        }
    }

    private void put(Entry entry) {
        var before = entries.put(entry.id(), entry);
        var keys = entry.keys();
        // Where it is there already it keeps its place.
        keys.forEach(key ->
                idsByKey.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(entry.id()));
        if (before != null) {
            forgetKeys(
                    entry.id(),
                    before.keys().stream().filter(key -> !keys.contains(key)).toList());
        }
    }

    private void forgetKeys(String id, List<String> keys) {
        keys.forEach(key -> idsByKey.computeIfPresent(key, (same, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        }));
    }

    /** The oldest of the same browser with the same values, or else of the same person, as the store looks for it. */
    synchronized Optional<Submission> repeatedBy(Repeats repeats, Instant at) {
        return Stream.concat(Stream.of(repeats.sameValues()), Stream.ofNullable(repeats.samePerson()))
                .flatMap(key -> idsByKey.getOrDefault(key, Set.of()).stream())
                .map(id -> Objects.requireNonNull(entries.get(id)))
                .filter(entry -> entry.isRepeatedBy(repeats, at))
                .map(Entry::submission)
                .findFirst();
    }

    /** Those that can be written now, oldest first. */
    synchronized List<Entry> writable(int most) {
        return entries.values().stream()
                .filter(entry -> !entry.saving())
                .limit(most)
                .toList();
    }

    /** Those whose next try has come, oldest first. */
    synchronized List<Submission> due(Instant now, int most) {
        return entries.values().stream()
                .map(Entry::submission)
                .filter(submission -> submission.state() == State.WAITING)
                .filter(submission -> {
                    var nextTry = submission.progress().nextTry();
                    return nextTry != null && !nextTry.isAfter(now);
                })
                .limit(most)
                .toList();
    }

    synchronized void clockWasSet(Duration by) {
        entries.replaceAll(
                (id, entry) -> entry.with(WaitingLeads.later(entry.submission().progress(), by)));
    }

    synchronized int size() {
        return entries.size();
    }

    /** How many of them would be lost with this process: no store has them, and Chili Piper has not either. */
    synchronized int atStake() {
        return (int) entries.values().stream().filter(Entry::isAtStake).count();
    }

    /**
     * @param submission as it stands now
     * @param repeats its keys where the store does not have it at all; null where it has an older progress of it
     * @param settle what the store's progress becomes
     * @param saving whether a save of it is under way that may still end well
     */
    record Entry(Submission submission, @Nullable Repeats repeats, UnaryOperator<Progress> settle, boolean saving) {
        static Entry unsaved(Submission submission, Repeats repeats, boolean saving) {
            return new Entry(submission, repeats, Settling.unlessDelivered(submission.progress()), saving);
        }

        static Entry changed(Submission submission, UnaryOperator<Progress> settle) {
            return new Entry(submission, null, settle, false);
        }

        String id() {
            return submission.id();
        }

        /** What it is found by where something repeats it. */
        private List<String> keys() {
            return repeats == null
                    ? List.of()
                    : Stream.concat(repeats.sameValuesKept().stream(), repeats.samePersonKept().stream())
                            .toList();
        }

        private Entry with(Progress progress) {
            return new Entry(submission.with(progress), repeats, Settling.unlessDelivered(progress), saving);
        }

        private Entry stored() {
            return new Entry(submission, null, settle, false);
        }

        private Entry afterItsSave(boolean isStored) {
            return isStored ? stored() : new Entry(submission, repeats, settle, false);
        }

        private boolean isRepeatedBy(Repeats later, Instant at) {
            if (repeats == null) {
                return false;
            }
            var samePerson = later.samePerson();
            return (isWithin(Repeats.SAME_VALUES_WITHIN, at)
                            && repeats.sameValuesKept().contains(later.sameValues()))
                    || (samePerson != null
                            && isWithin(later.samePersonWithin(), at)
                            && repeats.samePersonKept().contains(samePerson));
        }

        private boolean isWithin(Duration time, Instant at) {
            return !submission.acceptedAt().isBefore(at.minus(time));
        }

        private boolean isAtStake() {
            return repeats != null && submission.state().isUndelivered();
        }
    }
}
