package io.github.usher.submission;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions are meant, and in which order. Start with {@link #all()} and narrow it.
 *
 * @param states those alone; empty: any
 * @param form the name of a form; null: any
 * @param email one of its mapped e-mail addresses, lower case; null: any
 * @param since accepted then or later; null: ever
 * @param before accepted before that; null: until now
 * @param dueBy waiting, with a next try then or earlier; null: whether or not
 * @param noticeDueBy with something to be told then or earlier; null: whether or not
 * @param newestFirst by the time of acceptance; oldest first otherwise
 */
public record Selection(
        Set<State> states,
        @Nullable String form,
        @Nullable String email,
        @Nullable Instant since,
        @Nullable Instant before,
        @Nullable Instant dueBy,
        @Nullable Instant noticeDueBy,
        boolean newestFirst) {
    public Selection {
        states = Set.copyOf(states);
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    /** All of them, oldest first. */
    public static Selection all() {
        return new Selection(Set.of(), null, null, null, null, null, null, false);
    }

    public static Selection in(State... states) {
        return new Selection(Set.of(states), null, null, null, null, null, null, false);
    }

    /** Those waiting whose next try is then or earlier. */
    public static Selection due(Instant by) {
        return new Selection(Set.of(State.WAITING), null, null, null, null, by, null, false);
    }

    /** Those of which something is to be told then or earlier. */
    public static Selection noticeDue(Instant by) {
        return new Selection(Set.of(), null, null, null, null, null, by, false);
    }

    public Selection ofForm(@Nullable String name) {
        return new Selection(states, name, email, since, before, dueBy, noticeDueBy, newestFirst);
    }

    /** Upper and lower case are the same. */
    public Selection ofEmail(@Nullable String address) {
        return new Selection(states, form, address, since, before, dueBy, noticeDueBy, newestFirst);
    }

    public Selection acceptedSince(@Nullable Instant time) {
        return new Selection(states, form, email, time, before, dueBy, noticeDueBy, newestFirst);
    }

    public Selection acceptedBefore(@Nullable Instant time) {
        return new Selection(states, form, email, since, time, dueBy, noticeDueBy, newestFirst);
    }

    public Selection newestFirstOfAll() {
        return new Selection(states, form, email, since, before, dueBy, noticeDueBy, true);
    }

    /** One for each state, where several are named; together they mean the same. */
    public List<Selection> ofEachState() {
        return states.size() < 2 || dueBy != null
                ? List.of(this)
                : states.stream()
                        .map(state -> new Selection(
                                Set.of(state), form, email, since, before, dueBy, noticeDueBy, newestFirst))
                        .toList();
    }

    /** Whether that submission is meant. */
    public boolean matches(Submission submission) {
        var nextTry = submission.progress().nextTry();
        var nextNotice = submission.progress().trail().nextNotice();
        return (states.isEmpty() || states.contains(submission.state()))
                && (form == null || form.equals(submission.form()))
                && (email == null || submission.request().emails().contains(email))
                && (since == null || !submission.acceptedAt().isBefore(since))
                && (before == null || submission.acceptedAt().isBefore(before))
                && (dueBy == null
                        || (submission.state() == State.WAITING && nextTry != null && !nextTry.isAfter(dueBy)))
                && (noticeDueBy == null || (nextNotice != null && !nextNotice.isAfter(noticeDueBy)));
    }

    /** An e-mail address is personal. */
    @Override
    public String toString() {
        return "Selection" + states;
    }
}
