package io.github.usher.delivery;

import io.github.usher.submission.MemoryStore;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.Saved;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A store that outlives the process, or what a test takes for one, and fails as long as the test says so. */
final class FailingStore implements SubmissionStore {
    private final MemoryStore kept;
    private final InstantSource clock;
    private List<String> left = List.of();
    private String node = "node-1";
    volatile boolean failing;
    volatile @Nullable Error error;
    volatile Runnable beforeSaving = () -> {};
    int largestPage;
    int pages;

    FailingStore(int capacity, InstantSource clock) {
        this(new MemoryStore(capacity, clock), clock);
    }

    private FailingStore(MemoryStore kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** The same store, as another node sees it. */
    FailingStore as(String otherNode) {
        var other = new FailingStore(kept, clock);
        other.node = otherNode;
        return other;
    }

    /** Its process has ended: what it was sending is free for the next. */
    void processEnds(String nextNode) throws StoreException {
        node = nextNode;
        left = kept.inState(State.SENDING, Integer.MAX_VALUE).stream()
                .map(Submission::id)
                .toList();
    }

    private MemoryStore ask() throws StoreException {
        var broken = error;
        if (broken != null) {
            throw broken;
        }
        if (failing) {
            throw new StoreException("the disk is full");
        }
        return kept;
    }

    /** Looks into it, whether or not it fails. */
    MemoryStore kept() {
        return kept;
    }

    @Override
    public Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash) throws StoreException {
        beforeSaving.run();
        return ask().save(submission, repeats, tokenHash);
    }

    @Override
    public Optional<Submission> byId(String id) throws StoreException {
        return ask().byId(id);
    }

    @Override
    public Optional<Submission> byTokenHash(String tokenHash) throws StoreException {
        return ask().byTokenHash(tokenHash);
    }

    @Override
    public Optional<Submission> change(String id, UnaryOperator<Submission> change) throws StoreException {
        return ask().change(id, change);
    }

    @Override
    public List<Submission> page(Selection selection, @Nullable Submission after, int most) throws StoreException {
        var page = ask().page(selection, after, most);
        pages++;
        largestPage = Math.max(largestPage, page.size());
        return page;
    }

    @Override
    public int count(Selection selection) throws StoreException {
        return ask().count(selection);
    }

    @Override
    public int erase(String email) throws StoreException {
        return ask().erase(email);
    }

    @Override
    public int forget(State state, Instant before) throws StoreException {
        return ask().forget(state, before);
    }

    @Override
    public Counts counts() throws StoreException {
        return ask().counts();
    }

    @Override
    public int takeUp() throws StoreException {
        var store = ask();
        var freed = left;
        left = List.of();
        for (var id : freed) {
            store.update(id, progress -> progress.dueAt(clock.instant()));
        }
        return freed.size();
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public Optional<String> setting(String name) throws StoreException {
        return ask().setting(name);
    }

    @Override
    public String settingOrPut(String name, String value) throws StoreException {
        return ask().settingOrPut(name, value);
    }

    @Override
    public void putSetting(String name, @Nullable String value) throws StoreException {
        ask().putSetting(name, value);
    }

    @Override
    public Room room() {
        return Room.unknown();
    }

    @Override
    public String where() {
        return "in a test";
    }

    @Override
    public void close() {
        // What it holds is the test's.
    }
}
