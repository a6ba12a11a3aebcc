package io.github.usher.store;

import io.github.usher.config.UsherConfig;
import io.github.usher.submission.Repeats;
import io.github.usher.submission.Saved;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The store of a running application, whatever becomes of it. It is opened on a thread of its own as soon as a config
 * names it, and the first calls wait for that. While it cannot be opened, or after it broke, every call is refused, and
 * it is tried again until it can. Thread-safe.
 */
public final class SiteStore implements SubmissionStore {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Keeper keeper;
    private final StoreSite site;
    private final InstantSource clock;
    private UsherConfig.@Nullable Store atWork;

    public SiteStore(StoreSite site, InstantSource clock) {
        this(site, clock, PAUSE);
    }

    /** @param pause before a store that could not be opened is tried again; it doubles up to a minute */
    SiteStore(StoreSite site, InstantSource clock, Duration pause) {
        this.site = site;
        this.clock = clock;
        this.keeper = new Keeper(site.application(), pause);
    }

    /**
     * Opens the store that the first config names. A later config that names another one changes nothing until the
     * application starts again.
     *
     * @return whether this config names the store that is at work
     */
    public synchronized boolean use(UsherConfig.Store config) {
        var before = atWork;
        if (before != null) {
            return before.isSamePlace(config);
        }
        atWork = config;
        keeper.start(Stores.opener(config, site, clock));
        return true;
    }

    private <T> T call(Call<T> call) throws StoreException {
        var store = keeper.open();
        try {
            return call.of(store);
        } finally {
            keeper.look(store);
        }
    }

    private <T> CompletableFuture<T> callSoon(Call<CompletableFuture<T>> call) throws StoreException {
        return call(store -> call.of(store).whenComplete((made, failed) -> keeper.look(store)));
    }

    @Override
    public CompletableFuture<Saved> saveSoon(Submission submission, Repeats repeats, @Nullable String tokenHash)
            throws StoreException {
        return callSoon(store -> store.saveSoon(submission, repeats, tokenHash));
    }

    @Override
    public CompletableFuture<Optional<Submission>> changeSoon(String id, UnaryOperator<Submission> change)
            throws StoreException {
        return callSoon(store -> store.changeSoon(id, change));
    }

    @Override
    public Saved save(Submission submission, Repeats repeats, @Nullable String tokenHash) throws StoreException {
        return call(store -> store.save(submission, repeats, tokenHash));
    }

    @Override
    public Optional<Submission> byId(String id) throws StoreException {
        return call(store -> store.byId(id));
    }

    @Override
    public Optional<Submission> byTokenHash(String tokenHash) throws StoreException {
        return call(store -> store.byTokenHash(tokenHash));
    }

    @Override
    public Optional<Submission> change(String id, UnaryOperator<Submission> change) throws StoreException {
        return call(store -> store.change(id, change));
    }

    @Override
    public List<Submission> page(Selection selection, @Nullable Submission after, int most) throws StoreException {
        return call(store -> store.page(selection, after, most));
    }

    @Override
    public int count(Selection selection) throws StoreException {
        return call(store -> store.count(selection));
    }

    @Override
    public int erase(String email) throws StoreException {
        return call(store -> store.erase(email));
    }

    @Override
    public int forget(State state, Instant before) throws StoreException {
        return call(store -> store.forget(state, before));
    }

    @Override
    public Counts counts() throws StoreException {
        return call(SubmissionStore::counts);
    }

    @Override
    public int takeUp() throws StoreException {
        return call(SubmissionStore::takeUp);
    }

    @Override
    public String node() {
        var store = keeper.openNow();
        return store == null ? "this" : store.node();
    }

    @Override
    public Optional<String> setting(String name) throws StoreException {
        return call(store -> store.setting(name));
    }

    @Override
    public String settingOrPut(String name, String value) throws StoreException {
        return call(store -> store.settingOrPut(name, value));
    }

    @Override
    public void putSetting(String name, @Nullable String value) throws StoreException {
        call(store -> {
            store.putSetting(name, value);
            return name;
        });
    }

    @Override
    public Room room() {
        var store = keeper.openNow();
        return store == null ? Room.unknown() : store.room();
    }

    @Override
    public String where() {
        return keeper.where();
    }

    @Override
    public void close() {
        keeper.close();
    }

    /** What is asked of the store that is open. */
    @FunctionalInterface
    private interface Call<T> {
        T of(JdbcStore store) throws StoreException;
    }
}
