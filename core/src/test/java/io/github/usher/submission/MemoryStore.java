package io.github.usher.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A store in the memory of this process: what it holds is gone with it.
 *
 * <p>Bounded: over its capacity the oldest submissions that are done make room; where none is done it refuses, as a
 * full disk would. One lock guards everything; every call is short.
 */
public final class MemoryStore implements SubmissionStore {
    private final int capacity;
    private final InstantSource clock;
    private final Map<String, Submission> submissions = new LinkedHashMap<>();
    private final Map<String, String> idsByTokenHash = new HashMap<>();
    private final Map<String, String> idsByRepeatKey = new HashMap<>();
    private final Map<String, Set<String>> keysById = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();

    /** @param capacity the most submissions it holds; positive */
    public MemoryStore(int capacity, InstantSource clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public synchronized Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash)
            throws StoreException {
        var same = submissions.get(submission.id());
        if (same != null) {
            return new Saved.Repeated(same);
        }
        var repeated = earlier(submission, repeats.sameValues(), Repeats.SAME_VALUES_WITHIN);
        if (repeated.isPresent()) {
            addToken(repeated.get().id(), tokenHash);
            return new Saved.Repeated(repeated.get());
        }
        var samePerson = earlier(submission, repeats.samePerson(), repeats.samePersonWithin());
        if (samePerson.isPresent()) {
            addToken(samePerson.get().id(), tokenHash);
            return new Saved.SamePerson(
                    samePerson.get(),
                    !samePerson
                            .get()
                            .request()
                            .form()
                            .equals(submission.request().form()));
        }
        makeRoom();
        submissions.put(submission.id(), submission);
        keysById.put(submission.id(), new HashSet<>());
        addToken(submission.id(), tokenHash);
        repeats.sameValuesKept().forEach(key -> addRepeatKey(submission.id(), key));
        repeats.samePersonKept().forEach(key -> addRepeatKey(submission.id(), key));
        return new Saved.Fresh(submission);
    }

    private Optional<Submission> earlier(Submission now, @Nullable String key, Duration within) {
        if (key == null) {
            return Optional.empty();
        }
        var oldest = clock.instant().minus(within);
        return Optional.ofNullable(idsByRepeatKey.get(key))
                .map(submissions::get)
                .filter(found -> !found.acceptedAt().isBefore(oldest))
                .filter(found -> !now.state().isUndelivered() || found.state().isMeantToBeSent());
    }

    private void addToken(String id, @Nullable String tokenHash) {
        if (tokenHash != null) {
            idsByTokenHash.put(tokenHash, id);
            keysById.getOrDefault(id, new HashSet<>()).add(tokenHash);
        }
    }

    private void addRepeatKey(String id, String key) {
        idsByRepeatKey.put(key, id);
        keysById.getOrDefault(id, new HashSet<>()).add(key);
    }

    @Override
    public synchronized int forget(State state, Instant before) {
        var old = submissions.values().stream()
                .filter(kept -> kept.state() == state && kept.acceptedAt().isBefore(before))
                .map(Submission::id)
                .toList();
        old.forEach(this::forget);
        return old.size();
    }

    private void makeRoom() throws StoreException {
        if (submissions.size() < capacity) {
            return;
        }
        var done = submissions.values().stream()
                .filter(kept -> !kept.state().isUndelivered())
                .findFirst()
                .orElseThrow(() -> new StoreException("The store in memory is full: it holds " + capacity
                        + " leads that have not reached Chili Piper yet."));
        forget(done.id());
    }

    private void forget(String id) {
        submissions.remove(id);
        var keys = keysById.remove(id);
        if (keys != null) {
            keys.forEach(key -> {
                idsByTokenHash.remove(key, id);
                idsByRepeatKey.remove(key, id);
            });
        }
    }

    @Override
    public synchronized Optional<Submission> byId(String id) {
        return Optional.ofNullable(submissions.get(id));
    }

    @Override
    public synchronized Optional<Submission> byTokenHash(String tokenHash) {
        return Optional.ofNullable(idsByTokenHash.get(tokenHash)).map(submissions::get);
    }

    @Override
    public synchronized Optional<Submission> change(String id, UnaryOperator<Submission> change) {
        return Optional.ofNullable(submissions.computeIfPresent(id, (same, found) -> change.apply(found)));
    }

    @Override
    public synchronized List<Submission> page(Selection selection, @Nullable Submission after, int most) {
        var byTime = Comparator.comparing(Submission::acceptedAt).thenComparing(Submission::id);
        var order = selection.newestFirst() ? byTime.reversed() : byTime;
        return submissions.values().stream()
                .filter(selection::matches)
                .filter(kept -> after == null || order.compare(kept, after) > 0)
                .sorted(order)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized int count(Selection selection) {
        return (int) submissions.values().stream().filter(selection::matches).count();
    }

    @Override
    public synchronized int erase(String email) {
        var his = page(Selection.all().ofEmail(email), null, Integer.MAX_VALUE);
        his.forEach(submission -> forget(submission.id()));
        return his.size();
    }

    @Override
    public synchronized Counts counts() {
        int waiting = 0;
        int needsYou = 0;
        Instant oldest = null;
        for (var submission : submissions.values()) {
            if (submission.state() == State.NEEDS_YOU) {
                needsYou++;
            } else if (submission.state().isUndelivered()) {
                waiting++;
                oldest = oldest == null || submission.acceptedAt().isBefore(oldest) ? submission.acceptedAt() : oldest;
            }
        }
        return new Counts(waiting, needsYou, oldest);
    }

    /** Nothing outlives the one process that holds it, so that nobody can have died. */
    @Override
    public int takeUp() {
        return 0;
    }

    @Override
    public String node() {
        return "this";
    }

    @Override
    public synchronized Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public synchronized String settingOrPut(String name, String value) {
        var there = settings.putIfAbsent(name, value);
        return there == null ? value : there;
    }

    @Override
    public synchronized void putSetting(String name, @Nullable String value) {
        if (value == null) {
            settings.remove(name);
        } else {
            settings.put(name, value);
        }
    }

    @Override
    public Room room() {
        return Room.unknown();
    }

    @Override
    public String where() {
        return "in memory (gone at a restart)";
    }

    @Override
    public void close() {
        // Memory needs no closing; what it holds goes with the runtime that owns it.
    }
}
