package io.github.usher.guess;

import java.util.ArrayList;
import java.util.List;

/** What the field before tells: a “number” after a street is the house's, and {@code tel2} goes on where {@code tel1} began. */
final class Neighbours {
    private Neighbours() {}

    static List<Opinion> apply(List<Opinion> opinions, FieldReader reader) {
        var result = new ArrayList<Opinion>();
        for (var opinion : opinions) {
            var before = result.isEmpty() ? null : result.get(result.size() - 1);
            result.add(before == null ? opinion : after(before, opinion, reader));
        }
        return List.copyOf(result);
    }

    private static Opinion after(Opinion before, Opinion opinion, FieldReader reader) {
        var meaning = before.meaning();
        if (meaning == null || !before.sure() || opinion.meaning() != null) {
            return opinion;
        }
        if (opinion.justNumber() && meaning.isStreet()) {
            return opinion.but(Meaning.STREET_NUMBER, 0.85, "a number after a street: the house number");
        }
        boolean splits = meaning.isPhone() || meaning == Meaning.POSTAL_CODE;
        if (splits && !opinion.hasText() && goesOn(before, opinion, reader)) {
            return opinion.but(meaning, 0.75, "goes on where " + before.field().name() + " began");
        }
        return opinion;
    }

    private static boolean goesOn(Opinion before, Opinion opinion, FieldReader reader) {
        var one = letters(reader.ownWords(before.field().name()));
        return !one.isEmpty()
                && one.equals(letters(reader.ownWords(opinion.field().name())));
    }

    private static List<String> letters(List<String> words) {
        return words.stream().filter(word -> !Words.isNumber(word)).toList();
    }
}
