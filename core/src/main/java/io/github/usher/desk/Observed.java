package io.github.usher.desk;

import io.github.usher.config.FormConfig;
import io.github.usher.config.UsherConfig;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What observing has come to, form by form: how many would have been sent where, how often each key was filled, and what
 * the mapping had to say. Counts and names; nothing that was submitted.
 *
 * <p>Each is mapped again by the config of today, so that an edit shows at once what it would do.
 */
final class Observed {
    private final SubmissionStore store;
    private final @Nullable UsherConfig config;

    Observed(SubmissionStore store, @Nullable UsherConfig config) {
        this.store = store;
        this.config = config;
    }

    void serve(Order order, Answers to) throws StoreException, DeskException {
        var sums = new TreeMap<String, Sum>();
        var selection = Desk.selection(order.withStates(java.util.List.of(State.OBSERVED.words())));
        store.each(selection, submission -> {
            sums.computeIfAbsent(submission.form(), Sum::new).add(submission, form(submission.form()));
            return true;
        });
        for (var sum : sums.values()) {
            to.add(sum.document());
        }
    }

    private @Nullable FormConfig form(String name) {
        return config == null
                ? null
                : config.forms().stream()
                        .filter(form -> form.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    /** Of one form. */
    private static final class Sum {
        private final String form;
        private final Map<String, Integer> filled = new LinkedHashMap<>();
        private final Map<String, Integer> routers = new TreeMap<>();
        private final Map<String, Integer> notSent = new TreeMap<>();
        private final Map<String, Integer> notes = new TreeMap<>();
        private int all;
        private String first = "";
        private String last = "";
        private String latest = "";

        Sum(String form) {
            this.form = form;
        }

        void add(Submission kept, @Nullable FormConfig config) {
            var mapped = config == null ? Remapped.unchanged(kept) : Remapped.by(config, kept);
            if (config != null) {
                config.mapping().lead().keySet().forEach(key -> filled.putIfAbsent(key, 0));
            }
            all++;
            first = first.isEmpty() ? kept.acceptedAt().toString() : first;
            last = kept.acceptedAt().toString();
            latest = kept.id();
            var submission = mapped.submission();
            submission.request().form().keySet().forEach(key -> filled.merge(key, 1, Integer::sum));
            submission.notes().forEach(note -> notes.merge(note, 1, Integer::sum));
            if (mapped.why() != null) {
                notSent.merge(mapped.why(), 1, Integer::sum);
            } else {
                routers.merge(submission.request().router(), 1, Integer::sum);
            }
        }

        Map<String, Object> document() {
            var document = new LinkedHashMap<String, Object>();
            document.put("form", form);
            document.put("observed", all);
            document.put("first", first);
            document.put("last", last);
            document.put("latestId", latest);
            document.put("routers", routers);
            document.put("notSent", notSent);
            document.put("filled", filled);
            document.put("notes", notes);
            return document;
        }
    }
}
