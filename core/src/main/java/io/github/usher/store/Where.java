package io.github.usher.store;

import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A selection as a condition with its parameters. Not thread-safe. */
final class Where {
    private final StringBuilder condition = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private Where() {}

    static Where of(String application, Selection selection, Seal seal) {
        var where = new Where();
        where.condition.append("application = ?");
        where.parameters.add(application);
        where.states(selection);
        if (selection.form() != null) {
            where.add("form = ?", selection.form());
        }
        where.time("accepted_at >= ?", selection.since());
        where.time("accepted_at < ?", selection.before());
        where.time("next_try <= ?", selection.dueBy());
        where.time("next_notice <= ?", selection.noticeDueBy());
        if (selection.email() != null) {
            where.add(
                    "id in (select id from usher_email where application = ? and hash = ?)",
                    application,
                    seal.hash(selection.email()));
        }
        return where;
    }

    private void states(Selection selection) {
        var states = selection.dueBy() == null ? selection.states() : List.of(State.WAITING);
        if (!states.isEmpty()) {
            add(
                    "state in (" + String.join(", ", Collections.nCopies(states.size(), "?")) + ")",
                    states.stream().map(State::name).toArray());
        }
    }

    /** Only what comes behind that one: first a bound that an index can begin at, then what is exact. */
    Where after(@Nullable Position last, boolean newestFirst) {
        if (last != null) {
            var beyond = newestFirst ? "<" : ">";
            add(
                    "accepted_at " + beyond + "= ? and (accepted_at " + beyond + " ? or id " + beyond + " ?)",
                    last.acceptedAt(),
                    last.acceptedAt(),
                    last.id());
        }
        return this;
    }

    private void time(String bound, @Nullable Instant time) {
        if (time != null) {
            add(bound, Times.nanos(time));
        }
    }

    private void add(String further, Object... values) {
        condition.append(" and ").append(further);
        Collections.addAll(parameters, values);
    }

    String condition() {
        return condition.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    Object[] and(Object last) {
        var all = new ArrayList<>(parameters);
        all.add(last);
        return all.toArray();
    }
}
