package io.github.usher.guess;

import java.util.ArrayList;
import java.util.List;

/**
 * Guesses which Lead field each field of a form is.
 *
 * <p>Pure and safe for threads. Making one loads the vocabulary, about a megabyte, which goes with it: keep one while it
 * is needed, and no longer.
 */
public final class LeadGuesser {
    private final Vocabulary vocabulary = new Vocabulary();

    /** A guess for each field, in the order of the page, and whether it is a lead form at all. */
    public FormGuess guess(PageForm form) {
        var reader = new FieldReader(form, vocabulary);
        boolean nameDecides = Makers.isSalesforce(form);
        List<Opinion> opinions = new ArrayList<>();
        for (int at = 0; at < form.fields().size(); at++) {
            var field = form.fields().get(at);
            var weighed = Weighing.weigh(at, field, reader.read(field), nameDecides);
            var excepted = Exceptions.apply(field, weighed, nameDecides);
            opinions.add(Exceptions.narrowed(excepted, reader.called(field)));
        }
        opinions = Copies.apply(opinions, reader);
        opinions = Traps.apply(opinions);
        opinions = Names.apply(opinions, reader);
        opinions = Neighbours.apply(opinions, reader);
        opinions = Messages.apply(opinions);
        opinions = Repeats.apply(opinions);
        opinions = Parts.apply(opinions);
        return LeadForms.judge(form, opinions.stream().map(LeadGuesser::told).toList());
    }

    private static Guess told(Opinion opinion) {
        var meaning = opinion.meaning();
        if (meaning == null || meaning.lead() == null) {
            double sureness = meaning == null ? 0.5 : opinion.confidence();
            return new Guess(opinion.field().name(), null, 0, rounded(sureness), opinion.why());
        }
        return new Guess(
                opinion.field().name(), meaning.lead(), opinion.part(), rounded(opinion.confidence()), opinion.why());
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
