package io.github.usher.guess;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A thing that a form asks a second time is somebody else's, or another address: only the first is the Lead's. */
final class Repeats {
    private static final Set<Meaning> ONCE = EnumSet.of(
            Meaning.FIRST_NAME,
            Meaning.LAST_NAME,
            Meaning.FULL_NAME,
            Meaning.EMAIL,
            Meaning.TITLE,
            Meaning.SALUTATION,
            Meaning.INDUSTRY,
            Meaning.EMPLOYEES,
            Meaning.REVENUE,
            Meaning.LEAD_SOURCE,
            Meaning.STREET_NUMBER,
            Meaning.CITY,
            Meaning.STATE,
            Meaning.COUNTRY,
            Meaning.WEBSITE);

    private Repeats() {}

    static List<Opinion> apply(List<Opinion> opinions) {
        Map<Meaning, Opinion> kept = new EnumMap<>(Meaning.class);
        for (var opinion : opinions) {
            var meaning = opinion.meaning();
            if (meaning != null && opinion.sure()) {
                kept.merge(meaning, opinion, Repeats::better);
            }
        }
        var result = new ArrayList<Opinion>();
        for (var opinion : opinions) {
            var first = opinion.meaning() == null ? null : kept.get(opinion.meaning());
            boolean second = first != null && first.at() != opinion.at() && isOnce(opinion);
            boolean otherAddress = isOtherAddress(opinion, result);
            result.add(
                    second || otherAddress
                            ? opinion.but(
                                    opinion.meaning(),
                                    Math.min(0.4, opinion.confidence()),
                                    opinion.why() + "; but the form asks that before")
                            : opinion);
        }
        return List.copyOf(result);
    }

    /** A postal code may be asked in two boxes; where the second has a text of its own, it is that of another place. */
    private static boolean isOnce(Opinion opinion) {
        return ONCE.contains(opinion.meaning()) || (opinion.is(Meaning.POSTAL_CODE) && opinion.hasText());
    }

    /** The first one stays, unless it is hidden or much less sure. */
    private static Opinion better(Opinion one, Opinion other) {
        boolean hidden = Types.of(one.field()).equals("hidden")
                && !Types.of(other.field()).equals("hidden");
        return hidden || other.confidence() > one.confidence() + 0.25 ? other : one;
    }

    /** A street or postal code that comes after a whole address begins another one. */
    private static boolean isOtherAddress(Opinion opinion, List<Opinion> before) {
        if (!opinion.is(Meaning.STREET) && !opinion.is(Meaning.POSTAL_CODE)) {
            return false;
        }
        int last = -1;
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).sure() && before.get(i).meaning() == opinion.meaning()) {
                last = i;
            }
        }
        return last >= 0
                && before.subList(last + 1, before.size()).stream()
                        .anyMatch(between -> between.meaning() != opinion.meaning() && between.sure());
    }
}
