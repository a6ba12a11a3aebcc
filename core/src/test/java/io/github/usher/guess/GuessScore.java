package io.github.usher.guess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How many guesses were right. Ambiguous labels are not counted. */
final class GuessScore {
    /** Right, wrong and missed, of one Lead field, one language, or all. */
    static final class Count {
        int right;
        int wrong;
        int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        double f1() {
            return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    private final Map<String, Count> byField = new TreeMap<>();
    private final Map<String, Count> byLanguage = new TreeMap<>();
    private final Map<String, int[]> formsByLanguage = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();
    final Count all = new Count();
    int forms;
    int wholeForms;

    static GuessScore of(Collection<LabelledForm> forms, Function<PageForm, List<Guess>> guesser) {
        var score = new GuessScore();
        forms.forEach(form -> score.add(form, guesser.apply(form.page())));
        return score;
    }

    private void add(LabelledForm form, List<Guess> guesses) {
        boolean whole = true;
        for (int i = 0; i < guesses.size(); i++) {
            var label = form.labels().get(i);
            if (label.ambiguous()) {
                continue;
            }
            var guess = guesses.get(i);
            var said = guess.sure() && guess.lead() != null ? guess.lead() : "-";
            count(form.language(), label.lead(), said);
            if (!said.equals(label.lead())) {
                whole = false;
                mistakes.add(form.name() + " " + form.language() + ": "
                        + form.page().fields().get(i) + " is " + label.lead() + ", but guessed " + guess);
            }
        }
        forms++;
        wholeForms += whole ? 1 : 0;
        var seen = formsByLanguage.computeIfAbsent(form.language(), language -> new int[2]);
        seen[0] += whole ? 1 : 0;
        seen[1]++;
    }

    private void count(String language, String label, String said) {
        var ofLanguage = byLanguage.computeIfAbsent(language, unseen -> new Count());
        if (said.equals(label)) {
            if (!label.equals("-")) {
                List.of(all, ofLanguage, ofField(label)).forEach(count -> count.right++);
            }
            return;
        }
        if (!said.equals("-")) {
            List.of(all, ofLanguage, ofField(said)).forEach(count -> count.wrong++);
        }
        if (!label.equals("-")) {
            List.of(all, ofLanguage, ofField(label)).forEach(count -> count.missed++);
        }
    }

    private Count ofField(String lead) {
        return byField.computeIfAbsent(lead, unseen -> new Count());
    }

    List<String> mistakes() {
        return mistakes;
    }

    double wholeShare() {
        return forms == 0 ? 1 : (double) wholeForms / forms;
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "precision %.3f, recall %.3f, F1 %.3f, forms wholly right %d of %d (%.0f %%)",
                all.precision(),
                all.recall(),
                all.f1(),
                wholeForms,
                forms,
                100 * wholeShare());
    }

    String table() {
        var table = new StringBuilder();
        byField.forEach((lead, count) -> table.append(row(lead, count)).append('\n'));
        byLanguage.forEach((language, count) -> {
            var seen = formsByLanguage.getOrDefault(language, new int[2]);
            table.append(row(language, count))
                    .append(String.format(Locale.ROOT, "  forms %d of %d%n", seen[0], seen[1]));
        });
        return table.toString();
    }

    private static String row(String what, Count count) {
        return String.format(
                Locale.ROOT,
                "%-20s right %3d  wrong %3d  missed %3d  precision %.3f  recall %.3f  F1 %.3f",
                what,
                count.right,
                count.wrong,
                count.missed,
                count.precision(),
                count.recall(),
                count.f1());
    }
}
