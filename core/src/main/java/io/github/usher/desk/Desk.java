package io.github.usher.desk;

import io.github.usher.booking.BookingLinks;
import io.github.usher.config.UsherConfig;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what an order says, on a store. Thread-safe. */
public final class Desk {
    private final SubmissionStore store;
    private final Supplier<@Nullable UsherConfig> config;
    private final InstantSource clock;
    private final Supplier<List<Map<String, Object>>> nearMisses;

    /**
     * @param config as it is in force, for mapping again; null where there is none
     * @param nearMisses what was seen and not taken since the start, a document each
     */
    public Desk(
            SubmissionStore store,
            Supplier<@Nullable UsherConfig> config,
            InstantSource clock,
            Supplier<List<Map<String, Object>>> nearMisses) {
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.nearMisses = nearMisses;
    }

    /** @throws DeskException where it cannot be done, or the store fails */
    public void serve(Order order, Answers to) throws DeskException {
        try {
            switch (order.verb()) {
                case LIST -> each(order, newestFirst(order), to, SubmissionView::line);
                case SHOW -> to.add(SubmissionView.whole(find(order.ids().get(0)), links()));
                case EXPORT -> each(order, selection(order), to, SubmissionView::export);
                case ERASE -> erase(order, to);
                case RETRY -> new Retries(this, store, config.get(), clock).serve(order, to);
                case OBSERVED -> {
                    new Observed(store, config.get()).serve(order, to);
                    for (var miss : nearMisses.get()) {
                        to.add(miss);
                    }
                }
            }
        } catch (StoreException failed) {
            throw new DeskException(String.valueOf(failed.getMessage()), failed);
        } catch (Passing stopped) {
            throw stopped.why;
        }
    }

    private @Nullable BookingLinks links() {
        var now = config.get();
        return now == null
                ? null
                : BookingLinks.of(now.chiliPiper().tenant(), now.chiliPiper().baseUrl());
    }

    private void each(Order order, Selection selection, Answers to, View view) throws StoreException {
        var left = new int[] {order.most() == 0 ? Integer.MAX_VALUE : order.most()};
        store.each(selection, submission -> {
            pass(to, view.of(submission));
            return --left[0] > 0;
        });
    }

    /** Through a visitor that knows only of the store's own failures. */
    static void pass(Answers to, Map<String, Object> document) {
        try {
            to.add(document);
        } catch (DeskException gone) {
            throw new Passing(gone);
        }
    }

    private static Selection newestFirst(Order order) throws DeskException {
        return selection(order).newestFirstOfAll();
    }

    static Selection selection(Order order) throws DeskException {
        var states = new State[order.states().size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = state(order.states().get(i));
        }
        return Selection.in(states).ofForm(order.form()).ofEmail(order.email()).acceptedSince(instant(order.since()));
    }

    static State state(String words) throws DeskException {
        var wanted = words.toLowerCase(Locale.ROOT).replaceAll("[-_]", " ").strip();
        return Arrays.stream(State.values())
                .filter(state -> state.words().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new DeskException("There is no state \"" + words + "\". There are "
                        + String.join(
                                ", ",
                                Arrays.stream(State.values()).map(State::words).toList())
                        + "."));
    }

    private static @Nullable Instant instant(@Nullable String text) throws DeskException {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new DeskException("\"" + text + "\" is no time.", wrong);
        }
    }

    /** The submission of that id, or the only one whose id begins like that. */
    Submission find(String id) throws StoreException, DeskException {
        var wanted = id.toUpperCase(Locale.ROOT);
        var exact = store.byId(wanted);
        if (exact.isPresent()) {
            return exact.get();
        }
        var beginning = new ArrayList<Submission>();
        store.each(Selection.all(), submission -> {
            if (submission.id().startsWith(wanted)) {
                beginning.add(submission);
            }
            return beginning.size() < 2;
        });
        if (beginning.isEmpty()) {
            throw new DeskException("There is no submission " + id + " in this store.");
        }
        if (beginning.size() > 1) {
            throw new DeskException("More than one id begins with " + id + ". Write more of it.");
        }
        return beginning.get(0);
    }

    private void erase(Order order, Answers to) throws StoreException, DeskException {
        var email = order.email();
        if (email == null || email.isBlank()) {
            throw new DeskException("Whose submissions are to be erased? Name the e-mail address.");
        }
        int count = order.dry() ? store.count(Selection.all().ofEmail(email)) : store.erase(email);
        var document = new LinkedHashMap<String, Object>();
        document.put(order.dry() ? "found" : "erased", count);
        to.add(document);
    }

    List<Submission> named(List<String> ids) throws StoreException, DeskException {
        var found = new ArrayList<Submission>();
        for (var id : ids) {
            found.add(find(id));
        }
        return found;
    }

    @FunctionalInterface
    private interface View {
        Map<String, Object> of(Submission submission);
    }

    /** Carries a failure of whoever takes the answer through the store. */
    private static final class Passing extends RuntimeException {
        private final transient DeskException why;

        Passing(DeskException why) {
            super(why);
            this.why = why;
        }
    }
}
