package io.github.usher.guess;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which languages a form speaks: what its page declares, and the words that only one language has. */
final class Languages {
    private static final double DECLARED = 1.5;
    /** Words of three letters are alike in too many languages. */
    private static final int TELLING = 4;

    private Languages() {}

    /** All languages of the vocabulary, the likeliest first. */
    static List<String> of(PageForm form, Vocabulary vocabulary) {
        var votes = new HashMap<String, Double>();
        var declared = form.language().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        votes.merge(
                Vocabulary.LANGUAGES.contains(declared) ? declared : "more",
                declared.isEmpty() ? 0 : DECLARED,
                Double::sum);
        for (var field : form.fields()) {
            count(Words.ofText(field.label()), 1, vocabulary, votes);
            count(Words.ofText(field.placeholder()), 1, vocabulary, votes);
            count(Words.ofName(field.name()), 0.4, vocabulary, votes);
            field.options().forEach(option -> count(Words.ofText(option), 0.2, vocabulary, votes));
        }
        return Vocabulary.LANGUAGES.stream()
                .sorted(Comparator.comparingDouble(language -> -votes.getOrDefault(language, 0.0)))
                .toList();
    }

    private static void count(List<String> words, double weight, Vocabulary vocabulary, Map<String, Double> votes) {
        for (var word : words) {
            var senses = vocabulary.senses(word);
            boolean telling = word.length() >= TELLING || Words.runsTogether(word);
            if (telling && senses.size() == 1) {
                votes.merge(senses.get(0).language(), weight, Double::sum);
            }
        }
    }
}
