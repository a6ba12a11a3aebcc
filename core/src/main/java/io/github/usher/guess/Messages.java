package io.github.usher.guess;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the long texts of a form is the message. */
final class Messages {
    /** A custom field of Salesforce, or a trap, is no message. */
    private static final double CERTAIN = 1;

    private Messages() {}

    static List<Opinion> apply(List<Opinion> opinions) {
        var chosen = chosen(opinions);
        if (chosen != null) {
            return opinions.stream()
                    .map(opinion -> opinion.is(Meaning.DESCRIPTION) && opinion.at() != chosen.at()
                            ? opinion.but(
                                    Meaning.DESCRIPTION, 0.4, opinion.why() + "; but another field is the message")
                            : opinion)
                    .toList();
        }
        var open = opinions.stream().filter(Messages::mayBe).toList();
        double sureness = open.size() == 1 ? 0.72 : 0.4;
        return opinions.stream()
                .map(opinion -> mayBe(opinion)
                        ? opinion.but(
                                Meaning.DESCRIPTION,
                                opinion.is(Meaning.NOTHING) ? Math.min(sureness, 0.62) : sureness,
                                open.size() == 1 ? "the only long text of the form" : "one of several long texts")
                        : opinion)
                .toList();
    }

    private static @Nullable Opinion chosen(List<Opinion> opinions) {
        return opinions.stream()
                .filter(opinion -> opinion.is(Meaning.DESCRIPTION) && opinion.sure())
                .max(Comparator.comparingDouble(opinion -> opinion.confidence() + (isLong(opinion) ? 1 : 0)))
                .orElse(null);
    }

    private static boolean mayBe(Opinion opinion) {
        boolean open = opinion.meaning() == null
                || opinion.is(Meaning.EITHER)
                || opinion.is(Meaning.NOTHING)
                || opinion.is(Meaning.DESCRIPTION);
        return isLong(opinion)
                && open
                && opinion.confidence() < CERTAIN
                && !opinion.field().invisible();
    }

    private static boolean isLong(Opinion opinion) {
        return Types.of(opinion.field()).equals("textarea");
    }
}
