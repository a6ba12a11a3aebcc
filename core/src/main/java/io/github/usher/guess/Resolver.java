package io.github.usher.guess;

import static io.github.usher.guess.Meaning.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one meaning of the pieces of a text: “name of the company” is a company, and “e-mail subject” is nothing. */
final class Resolver {
    /** A label of more words is a sentence, in which a single word tells little. */
    private static final int SENTENCE = 9;

    private Resolver() {}

    static Reading resolve(List<Piece> pieces, boolean name) {
        var found = EnumSet.noneOf(Meaning.class);
        var said = new ArrayList<String>();
        int unknown = 0;
        boolean loose = false;
        boolean doubtful = false;
        boolean vague = false;
        for (var piece : pieces) {
            var meaning = piece.meaning();
            if (meaning == null) {
                unknown++;
                continue;
            }
            if (meaning != FILLER) {
                found.add(meaning);
                said.add(piece.text());
                loose |= piece.loose();
                doubtful |= piece.doubtful() && !meaning.modifies();
                vague |= piece.doubtful() && meaning == DESCRIPTION;
            }
        }
        var words = String.join(" ", said);
        var examples = found.stream()
                .filter(meaning -> meaning.compareTo(EXAMPLE_FIRST) >= 0)
                .toList();
        boolean again = found.contains(AGAIN);
        var fields = EnumSet.copyOf(found);
        fields.removeIf(Meaning::modifies);
        if (fields.size() > 1 && vague) {
            fields.remove(DESCRIPTION);
        }
        var meaning = one(found, fields);
        if (meaning == null) {
            boolean justNumber = found.equals(Set.of(NUMBER)) && unknown == 0;
            return new Reading(null, 0, words, justNumber, again, examples);
        }
        if (fields.isEmpty() && found.contains(ABOUT)) {
            return new Reading(NOTHING, name ? 0.45 : 0.7, words, false, again, examples);
        }
        boolean trails = name && pieces.get(pieces.size() - 1).unknown();
        double clarity = clarity(meaning, found, unknown, trails) * (loose ? 0.85 : 1) * (doubtful ? 0.55 : 1);
        if (pieces.size() >= SENTENCE && !speaksInSentences(meaning)) {
            clarity *= 0.7;
        }
        return new Reading(meaning, clarity, words, false, again, examples);
    }

    private static @Nullable Meaning one(Set<Meaning> found, Set<Meaning> fields) {
        if (fields.isEmpty()) {
            boolean blocked = found.contains(OTHER_PERSON) || found.contains(ABOUT) || found.contains(AGAIN);
            return blocked ? NOTHING : null;
        }
        if (fields.contains(OPT_OUT)) {
            boolean other = fields.contains(FAX) || fields.contains(PHONE) || fields.contains(MOBILE);
            return other && !fields.contains(EMAIL) ? NOTHING : OPT_OUT;
        }
        if (fields.contains(LEAD_SOURCE) && !found.contains(ABOUT)) {
            return LEAD_SOURCE;
        }
        if (fields.contains(DESCRIPTION)) {
            return withDescription(found, fields);
        }
        boolean blocked = found.contains(OTHER_PERSON)
                || found.contains(ABOUT)
                || found.contains(AGAIN)
                || fields.contains(NOTHING)
                || fields.contains(EITHER);
        if (blocked) {
            return NOTHING;
        }
        if (fields.size() == 1) {
            return fields.iterator().next();
        }
        return several(fields);
    }

    private static @Nullable Meaning withDescription(Set<Meaning> found, Set<Meaning> fields) {
        boolean blocked = found.contains(OTHER_PERSON) || found.contains(ABOUT) || fields.contains(NOTHING);
        return fields.size() == 1 && !blocked ? DESCRIPTION : blocked ? EITHER : null;
    }

    private static Meaning several(Set<Meaning> fields) {
        boolean reach = fields.contains(PHONE) || fields.contains(MOBILE);
        if (fields.contains(EMAIL) && (reach || fields.contains(FAX))) {
            return EITHER;
        }
        for (var strong : List.of(EMAIL, EMPLOYEES, REVENUE, INDUSTRY, MOBILE, PHONE, FAX)) {
            if (fields.contains(strong)) {
                return strong;
            }
        }
        boolean first = fields.contains(FIRST_NAME);
        boolean last = fields.stream().anyMatch(Meaning::isLast);
        boolean whole = fields.contains(FULL_NAME) || fields.contains(NAME);
        if (fields.contains(LAST_NAME_1) && fields.contains(LAST_NAME_2) && !first && !whole) {
            return LAST_NAME;
        }
        if (fields.stream().allMatch(Meaning::isName)) {
            return names(fields, first, last, whole);
        }
        return severalOfOthers(fields);
    }

    private static Meaning names(Set<Meaning> fields, boolean first, boolean last, boolean whole) {
        if (fields.equals(EnumSet.of(FULL_NAME, NAME))) {
            return NAME;
        }
        boolean half = first != last && !fields.contains(NAME);
        return (first && last) || (whole && !half)
                ? FULL_NAME
                : fields.stream()
                        .filter(meaning -> meaning != FULL_NAME)
                        .findFirst()
                        .orElse(FULL_NAME);
    }

    private static Meaning severalOfOthers(Set<Meaning> fields) {
        if (fields.contains(WEBSITE)) {
            return WEBSITE;
        }
        if (fields.contains(TITLE)) {
            return fields.equals(EnumSet.of(TITLE, COMPANY)) || fields.equals(EnumSet.of(TITLE, NAME)) ? TITLE : EITHER;
        }
        var place = EnumSet.of(STREET, STREET_NUMBER, STREET_MORE, CITY, STATE, POSTAL_CODE, COUNTRY);
        place.retainAll(fields);
        if (place.isEmpty()) {
            boolean company = fields.contains(COMPANY);
            boolean person = fields.stream().anyMatch(meaning -> meaning.isName() && meaning != NAME);
            return company && !person ? COMPANY : EITHER;
        }
        if (place.contains(STREET) || place.stream().allMatch(Meaning::isStreet)) {
            return STREET;
        }
        if (place.size() == 1) {
            return place.iterator().next();
        }
        if (place.equals(EnumSet.of(STATE, COUNTRY))) {
            return COUNTRY;
        }
        return EITHER;
    }

    private static double clarity(Meaning meaning, Set<Meaning> found, int unknown, boolean trails) {
        if (unknown == 0) {
            return 1;
        }
        if (meaning.unmistakable()) {
            return Math.max(0.6, 0.95 - 0.1 * unknown);
        }
        if (meaning == NAME || meaning == TITLE) {
            return found.contains(PERSON) ? 0.4 : 0.25;
        }
        if (meaning == DESCRIPTION || meaning == EITHER) {
            return 0.7;
        }
        return trails ? 0.4 : unknown == 1 ? 0.62 : 0.4;
    }

    private static boolean speaksInSentences(Meaning meaning) {
        return meaning == LEAD_SOURCE || meaning == DESCRIPTION || meaning == NOTHING || meaning == OPT_OUT;
    }
}
