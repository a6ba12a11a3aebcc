package io.github.usher.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param ids of submissions, or how they begin; empty: all that are meant otherwise
 * @param states in words, as {@code needs you}; empty: any
 * @param form the name of a form; null: any
 * @param since an ISO instant, accepted then or later; null: ever
 * @param email of a person; null: anybody
 * @param remap whether what is kept is mapped again by the config of today
 * @param dry whether only to say what would be done
 * @param most how many at most; 0: all
 */
public record Order(
        Verb verb,
        List<String> ids,
        List<String> states,
        @Nullable String form,
        @Nullable String since,
        @Nullable String email,
        boolean remap,
        boolean dry,
        int most) {
    /** What can be asked for. */
    public enum Verb {
        /** A line for each submission. */
        LIST,
        /** All that is known of one. */
        SHOW,
        /** To send some again. */
        RETRY,
        /** The Lead of each. */
        EXPORT,
        /** To drop all of a person. */
        ERASE,
        /** What observing has come to. */
        OBSERVED
    }

    public Order {
        ids = List.copyOf(ids);
        states = List.copyOf(states);
    }

    public static Order of(Verb verb) {
        return new Order(verb, List.of(), List.of(), null, null, null, false, false, 0);
    }

    public Order withIds(List<String> given) {
        return new Order(verb, given, states, form, since, email, remap, dry, most);
    }

    public Order withStates(List<String> given) {
        return new Order(verb, ids, given, form, since, email, remap, dry, most);
    }

    public Order withForm(@Nullable String given) {
        return new Order(verb, ids, states, given, since, email, remap, dry, most);
    }

    public Order withSince(@Nullable String given) {
        return new Order(verb, ids, states, form, given, email, remap, dry, most);
    }

    public Order withEmail(@Nullable String given) {
        return new Order(verb, ids, states, form, since, given, remap, dry, most);
    }

    public Order withRemap(boolean given) {
        return new Order(verb, ids, states, form, since, email, given, dry, most);
    }

    public Order withDry(boolean given) {
        return new Order(verb, ids, states, form, since, email, remap, given, most);
    }

    public Order withMost(int given) {
        return new Order(verb, ids, states, form, since, email, remap, dry, given);
    }

    /** Ids and e-mails do not belong in a log. */
    @Override
    public String toString() {
        return "Order[" + verb + "]";
    }
}
