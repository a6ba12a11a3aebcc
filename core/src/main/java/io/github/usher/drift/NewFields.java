package io.github.usher.drift;

import io.github.usher.guess.Guess;
import io.github.usher.guess.LeadGuesser;
import io.github.usher.guess.PageField;
import io.github.usher.guess.PageForm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which names are new to a form, and whether one of them looks like a Lead field that nothing fills yet. */
final class NewFields {
    /** So many submissions tell which fields a form has. */
    private static final int LEARNING = 20;

    /** A form that invents names, one for each submission, is not looked at for ever. */
    private static final int MOST_NAMES = 300;

    /** Making a guesser takes a tenth of a second: a form that changes more often is not asked about. */
    private static final int MOST_LOOKS = 20;

    private final Set<String> known = new HashSet<>();
    private final Set<String> filled;
    private final Supplier<LeadGuesser> guesser;
    private int submissions;
    private int looks;

    /**
     * @param filled the Lead fields that the config fills
     * @param guesser makes a guesser; it is large, so that it is made where it is needed and not kept
     */
    NewFields(Set<String> filled, Supplier<LeadGuesser> guesser) {
        this.filled = Set.copyOf(filled);
        this.guesser = guesser;
    }

    /** The guesses for names that are new, look like a Lead field, and would fill one that is not filled. */
    List<Guess> in(Set<String> names) {
        submissions++;
        var fresh = names.stream().filter(name -> !known.contains(name)).toList();
        if (fresh.isEmpty() || known.size() >= MOST_NAMES) {
            return List.of();
        }
        known.addAll(fresh.subList(0, Math.min(fresh.size(), MOST_NAMES - known.size())));
        if (submissions <= LEARNING || looks >= MOST_LOOKS) {
            return List.of();
        }
        looks++;
        var fields =
                names.stream().sorted().map(name -> PageField.named(name, "")).toList();
        return guesser.get().guess(new PageForm("", "", "", fields)).fields().stream()
                .filter(guess -> fresh.contains(guess.field()) && guess.sure() && !isFilled(guess))
                .toList();
    }

    private boolean isFilled(Guess guess) {
        var lead = guess.lead();
        return Guess.FULL_NAME.equals(lead) ? filled.contains("LastName") : filled.contains(lead);
    }
}
