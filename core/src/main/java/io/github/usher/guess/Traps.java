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
        var open = opinions.stream()
                .filter(opinion -> isShown(opinion) && !isOff(opinion))
                .toList();
        long told = open.stream().filter(Opinion::hasText).count();
        boolean labelled = told > 1 && told >= open.size() - 1;
        boolean someLabelled = told > 1;
        return opinions.stream()
                .map(opinion -> trap(opinion, labelled, someLabelled))
                .toList();
    }

    private static Opinion trap(Opinion opinion, boolean labelled, boolean someLabelled) {
        var field = opinion.field();
        var meaning = opinion.meaning();
        if (field.invisible() && !Types.of(field).equals("hidden")) {
            return opinion.but(Meaning.NOTHING, 0.95, "people cannot see it: a trap for robots");
        }
        if (meaning == null || meaning == Meaning.NOTHING || opinion.hasText() || !someLabelled || !isShown(opinion)) {
            return opinion;
        }
        boolean off = isOff(opinion);
        if (off || (labelled && BAITS.contains(meaning))) {
            return opinion.but(
                    Meaning.NOTHING,
                    off ? 0.9 : 0.75,
                    "nothing on the page names it, unlike the others: a trap for robots");
        }
        return opinion;
    }

    private static boolean isOff(Opinion opinion) {
        return !opinion.hasText()
                && opinion.field()
                        .autocomplete()
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("off");
    }

    private static boolean isShown(Opinion opinion) {
        return !Types.of(opinion.field()).equals("hidden");
    }
}
