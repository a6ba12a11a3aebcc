package io.github.usher.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A store in front of another one: what it does not do itself the other does. */
public abstract class ForwardingStore implements SubmissionStore {
    private final SubmissionStore store;

    protected ForwardingStore(SubmissionStore store) {
        this.store = store;
    }

    @Override
    public Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash) throws StoreException {
        return store.save(submission, repeats, tokenHash);
    }

    @Override
    public CompletableFuture<Saved> saveSoon(Submission submission, Repeats repeats, @Nullable String tokenHash)
            throws StoreException {
        return store.saveSoon(submission, repeats, tokenHash);
    }

    @Override
    public CompletableFuture<Optional<Submission>> changeSoon(String id, UnaryOperator<Submission> change)
            throws StoreException {
        return store.changeSoon(id, change);
    }

    @Override
    public Optional<Submission> change(String id, UnaryOperator<Submission> change) throws StoreException {
        return store.change(id, change);
    }

    @Override
    public Optional<Submission> byId(String id) throws StoreException {
        return store.byId(id);
    }

    @Override
    public Optional<Submission> byTokenHash(String tokenHash) throws StoreException {
        return store.byTokenHash(tokenHash);
    }

    @Override
    public List<Submission> page(Selection selection, @Nullable Submission after, int most) throws StoreException {
        return store.page(selection, after, most);
    }

    @Override
    public int count(Selection selection) throws StoreException {
        return store.count(selection);
    }

    @Override
    public int erase(String email) throws StoreException {
        return store.erase(email);
    }

    @Override
    public int forget(State state, Instant before) throws StoreException {
        return store.forget(state, before);
    }

    @Override
    public Counts counts() throws StoreException {
        return store.counts();
    }

    @Override
    public int takeUp() throws StoreException {
        return store.takeUp();
    }

    @Override
    public String node() {
        return store.node();
    }

    @Override
    public Optional<String> setting(String name) throws StoreException {
        return store.setting(name);
    }

    @Override
    public String settingOrPut(String name, String value) throws StoreException {
        return store.settingOrPut(name, value);
    }

    @Override
    public void putSetting(String name, @Nullable String value) throws StoreException {
        store.putSetting(name, value);
    }

    @Override
    public Room room() {
        return store.room();
    }

    @Override
    public String where() {
        return store.where();
    }

    @Override
    public void close() {
        store.close();
    }
}
