package io.github.usher.guess;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Fields that people do not see and robots fill in. A value there would be a robot's, so they are never mapped. */
final class Traps {
    private static final Set<Meaning> BAITS = EnumSet.of(Meaning.WEBSITE, Meaning.FAX);

    private Traps() {}

    static List<Opinion> apply(List<Opinion> opinions) {
        long shown = opinions.stream().filter(Traps::isShown).count();
        long told = opinions.stream()
                .filter(Traps::isShown)
                .filter(Opinion::hasText)
                .count();
        boolean labelled = shown > 1 && told >= shown * 0.5;
        return opinions.stream().map(opinion -> trap(opinion, labelled)).toList();
    }

    private static Opinion trap(Opinion opinion, boolean labelled) {
        var field = opinion.field();
        var meaning = opinion.meaning();
        if (field.invisible() && !Types.of(field).equals("hidden")) {
            return opinion.but(Meaning.NOTHING, 0.95, "people cannot see it: a trap for robots");
        }
        if (meaning == null || meaning == Meaning.NOTHING || opinion.hasText() || !labelled || !isShown(opinion)) {
            return opinion;
        }
        boolean off = field.autocomplete().strip().toLowerCase(Locale.ROOT).equals("off");
        if (off || BAITS.contains(meaning)) {
            return opinion.but(
                    Meaning.NOTHING,
                    off ? 0.9 : 0.75,
                    "nothing on the page names it, unlike the others: a trap for robots");
        }
        return opinion;
    }

    private static boolean isShown(Opinion opinion) {
        return !Types.of(opinion.field()).equals("hidden");
    }
}
