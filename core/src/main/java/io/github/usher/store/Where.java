package io.github.usher.store;

import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A selection as tables, a condition with its parameters and an order, so put that each database finds an index that it
 * can read from one end: H2 does not for lists of values and for subqueries. Not thread-safe.
 */
final class Where {
    private static final String SUBMISSIONS = "usher_submission s";
    private static final String OF_EMAIL =
            "usher_email e join usher_submission s on s.application = e.application and s.id = e.id";

    private final StringBuilder condition = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final boolean ofEmail;
    /** What the index begins with that is read from one end; the time and the id follow. */
    private final List<String> orderedBy = new ArrayList<>();

    private Where(boolean ofEmail) {
        this.ofEmail = ofEmail;
    }

    /** @param selection in one state at most */
    static Where of(String application, Selection selection, Seal seal) {
        var where = of(application, selection.email(), seal);
        where.state(selection);
        if (selection.form() != null) {
            where.add("s.form = ?", selection.form());
        }
        where.time("s.accepted_at >= ?", selection.since());
        where.time("s.accepted_at < ?", selection.before());
        where.due("s.next_try", selection.dueBy());
        where.due("s.next_notice", selection.noticeDueBy());
        return where;
    }

    private static Where of(String application, @Nullable String email, Seal seal) {
        if (email == null) {
            var where = new Where(false);
            where.orderedBy.add("s.application");
            where.condition.append("s.application = ?");
            where.parameters.add(application);
            return where;
        }
        var where = new Where(true);
        where.condition.append("e.application = ? and e.hash = ?");
        where.parameters.add(application);
        where.parameters.add(seal.hash(email));
        return where;
    }

    private void state(Selection selection) {
        var states = selection.dueBy() == null ? selection.states() : Set.of(State.WAITING);
        if (states.size() > 1) {
            throw new IllegalArgumentException("Several states are asked for one by one.");
        }
        for (var state : states) {
            add("s.state = ?", state.name());
            if (!ofEmail) {
                orderedBy.add("s.state");
            }
        }
    }

    /** Only what comes behind that one: first a bound that an index of the time can begin at, then what is exact. */
    Where after(@Nullable Position last, boolean newestFirst) {
        if (last == null) {
            return this;
        }
        var beyond = newestFirst ? "<" : ">";
        if (!ofEmail) {
            add("s.accepted_at " + beyond + "= ?", last.acceptedAt());
        }
        add(
                "(s.accepted_at " + beyond + " ? or s.accepted_at = ? and s.id " + beyond + " ?)",
                last.acceptedAt(),
                last.acceptedAt(),
                last.id());
        return this;
    }

    private void time(String bound, @Nullable Instant time) {
        if (time != null) {
            add(bound, Times.nanos(time));
        }
    }

    /** With a lower bound, since all rows that have no such time would be read before those that have. */
    private void due(String column, @Nullable Instant by) {
        if (by != null) {
            add(column + " > ? and " + column + " <= ?", Long.MIN_VALUE, Times.nanos(by));
        }
    }

    private void add(String further, Object... values) {
        condition.append(" and ").append(further);
        Collections.addAll(parameters, values);
    }

    /** What follows {@code from}; the submission is called {@code s}. */
    String clause() {
        return (ofEmail ? OF_EMAIL : SUBMISSIONS) + " where " + condition;
    }

    String order(boolean newestFirst) {
        var direction = newestFirst ? " desc" : "";
        return Stream.concat(orderedBy.stream(), Stream.of("s.accepted_at", "s.id"))
                .map(column -> column + direction)
                .collect(Collectors.joining(", "));
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
