package io.github.usher.desk;

import io.github.usher.config.FormConfig;
import io.github.usher.config.UsherConfig;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.SubmissionStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes leads due again, as they are or mapped again; says of each what it did, or would do. A running Usher looks each
 * second for what is due.
 */
final class Retries {
    private static final Set<State> BY_ITSELF = Set.of(State.NEEDS_YOU, State.WAITING);
    private static final Set<State> ONLY_NAMED = Set.of(State.NOT_SENT, State.OBSERVED, State.DISQUALIFIED);

    private final Desk desk;
    private final SubmissionStore store;
    private final @Nullable UsherConfig config;
    private final InstantSource clock;

    Retries(Desk desk, SubmissionStore store, @Nullable UsherConfig config, InstantSource clock) {
        this.desk = desk;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    void serve(Order order, Answers to) throws StoreException, DeskException {
        for (var submission : meant(order)) {
            serve(order, submission, to);
        }
    }

    /** Those that are named; without names all that need somebody, and with a time those that wait as well. */
    private List<Submission> meant(Order order) throws StoreException, DeskException {
        if (!order.ids().isEmpty()) {
            return desk.named(order.ids());
        }
        var states = order.since() == null
                ? List.of(State.NEEDS_YOU.words())
                : BY_ITSELF.stream().map(State::words).toList();
        var meant = new ArrayList<Submission>();
        store.each(Desk.selection(order.withStates(states)), submission -> meant.add(submission));
        return meant;
    }

    private void serve(Order order, Submission submission, Answers to) throws StoreException, DeskException {
        var refusal = refusal(order, submission);
        if (refusal != null) {
            to.add(answer(submission, "left", refusal, List.of()));
            return;
        }
        var remapped = order.remap() ? remap(submission) : Remapped.unchanged(submission);
        if (remapped.why() != null) {
            to.add(answer(submission, "left", remapped.why(), List.of()));
            return;
        }
        if (order.dry()) {
            to.add(answer(submission, "would be sent", "", remapped.differences()));
            return;
        }
        var changed = store.change(submission.id(), now -> due(order, now));
        var done = changed.isPresent() && changed.get().state() == State.WAITING;
        to.add(answer(
                submission,
                done ? "due" : "left",
                done ? "" : "It has changed in the meantime.",
                remapped.differences()));
    }

    private static @Nullable String refusal(Order order, Submission submission) {
        var state = submission.state();
        if (BY_ITSELF.contains(state)
                || (ONLY_NAMED.contains(state) && !order.ids().isEmpty())) {
            return null;
        }
        return state == State.SENDING
                ? "It is being sent just now."
                : "It has reached Chili Piper (" + state.words() + "): once more would be a second lead.";
    }

    /** A function of what is there then: another may have changed it since it was looked at. */
    private Submission due(Order order, Submission now) {
        if (refusal(order, now) != null) {
            return now;
        }
        var lead = order.remap() ? remap(now).submission() : now;
        var time = clock.instant();
        return lead.with(lead.progress()
                .with(State.WAITING, "Somebody asked to send it again.", time)
                .withAttempts(0)
                .withSalesforceRefusals(0)
                .withNextTry(time));
    }

    private Remapped remap(Submission submission) {
        var form = form(submission.form());
        return form == null
                ? Remapped.impossible(
                        submission,
                        "Its form " + submission.form() + " is no longer in the config, so that it cannot be mapped.")
                : Remapped.by(form, submission);
    }

    private @Nullable FormConfig form(String name) {
        return config == null
                ? null
                : config.forms().stream()
                        .filter(form -> form.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private static Map<String, Object> answer(
            Submission submission, String what, String why, List<String> differences) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", submission.id());
        answer.put("form", submission.form());
        answer.put("state", submission.state().words());
        answer.put("result", what);
        answer.put("why", why);
        answer.put("differences", differences);
        return answer;
    }
}
