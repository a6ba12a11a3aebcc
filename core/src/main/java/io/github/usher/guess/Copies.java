package io.github.usher.guess;

import java.util.ArrayList;
import java.util.List;

/** A label that was copied from the field before, and never changed: what the field is called is believed then. */
final class Copies {
    private Copies() {}

    static List<Opinion> apply(List<Opinion> opinions, FieldReader reader) {
        var result = new ArrayList<Opinion>();
        for (var opinion : opinions) {
            boolean copied = result.stream().anyMatch(before -> isCopy(before, opinion));
            var called = copied ? reader.called(opinion.field()) : null;
            result.add(called == null ? opinion : believed(called, opinion, result));
        }
        return List.copyOf(result);
    }

    private static Opinion believed(Meaning called, Opinion opinion, List<Opinion> before) {
        boolean taken = before.stream().anyMatch(one -> one.is(called));
        if (taken || called.lead() == null || isLike(called, opinion)) {
            return opinion;
        }
        return opinion.but(called, 0.75, "its label is a copy of another field's; its name says " + called.words());
    }

    private static boolean isLike(Meaning called, Opinion opinion) {
        var meaning = opinion.meaning();
        return meaning == null
                || called == meaning
                || called == Meaning.NAME
                || (called.isPhone() && meaning.isPhone())
                || (called.isStreet() && meaning.isStreet());
    }

    private static boolean isCopy(Opinion before, Opinion opinion) {
        var one = before.field();
        var other = opinion.field();
        return before.meaning() != null
                && before.meaning() == opinion.meaning()
                && !other.label().isBlank()
                && one.label().equals(other.label())
                && !one.name().equals(other.name())
                && other.placeholder().isBlank();
    }
}
