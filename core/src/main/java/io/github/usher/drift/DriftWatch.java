package io.github.usher.drift;

import io.github.usher.config.FormConfig;
import io.github.usher.form.Submitted;
import io.github.usher.guess.LeadGuesser;
import io.github.usher.mapping.LeadMapper;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

/**
 * Watches the forms while they are submitted. Thread-safe.
 *
 * <p>The thread that brings a submission only hands it over: all else, and the guessing of a new field above all, is done
 * on a thread of ours.
 */
public final class DriftWatch {
    private final InstantSource clock;
    private final Executor background;
    private final BiConsumer<String, String> told;
    private final LeadMapper mapper = new LeadMapper();
    private final Map<String, FormHistory> histories = new ConcurrentHashMap<>();

    /**
     * @param background where the work is done, one task after the other or not
     * @param told gets the name of a form and a sentence about it, without anything that was submitted
     */
    public DriftWatch(InstantSource clock, Executor background, BiConsumer<String, String> told) {
        this.clock = clock;
        this.background = background;
        this.told = told;
    }

    /** Takes note of an accepted submission. Returns at once. */
    public void came(FormConfig form, Submitted submitted) {
        var now = clock.instant();
        try {
            background.execute(() -> history(form)
                    .came(new Seen(now, submitted.fields().names(), UnknownOptions.of(form.mapping(), submitted))));
        } catch (RejectedExecutionException ending) {
            // The application ends, and what was learned ends with it.
            return;
        }
    }

    /** Looks for forms that have gone silent. To be called every hour or so. */
    public void look() {
        var now = clock.instant();
        histories.values().forEach(history -> history.look(now));
    }

    /** A changed config begins anew: what was missing may be wanted no more. */
    private FormHistory history(FormConfig form) {
        return histories.compute(
                form.name(),
                (name, known) -> known != null && known.isOf(form.mapping())
                        ? known
                        : new FormHistory(
                                name,
                                form.mapping(),
                                mapper.fieldNames(form.mapping(), form.handOff()),
                                LeadGuesser::new,
                                sentence -> told.accept(name, sentence)));
    }
}
